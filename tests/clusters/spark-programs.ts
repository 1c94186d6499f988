import { spawnSync } from 'node:child_process';

/** The Python that has PySpark, or in words what is missing for Spark. */
export function findSpark(): { readonly python: string } | string {
  const python = process.env['PYSPARK_PYTHON'] ?? 'python3';
  if (!ends('java', '-version'))
    return 'Java is not installed (on Debian: `apt-get install default-jre-headless`)';
  if (!ends(python, '-c', 'import pyspark')) {
    return `${python} has no PySpark (scripts/spark/requirements.txt; say which Python has it by PYSPARK_PYTHON)`;
  }
  return { python };
}

/** Whether the program is there and ends well. */
function ends(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
