/** `k7f3-9xq2-2.json`: the case, and the number of the screening. */
const NAME = /^(.+)-([1-9]\d{0,5})\.json$/;

/** The file name of a case's next record among the names in a folder. Upper and lower case may be one to the disk. */
export function nextRecordName(caseId: string, names: readonly string[]): string {
  const numbers = names.flatMap((name) => {
    const [, id = '', number] = NAME.exec(name.replace(/\.partial$/, '')) ?? [];
    return id.toLowerCase() === caseId.toLowerCase() ? [Number(number)] : [];
  });
  return `${caseId}-${Math.max(0, ...numbers) + 1}.json`;
}

/** The case after which a record file is called, and which screening it is; none if it has another name. */
export function partsOfName(path: string): { readonly caseId: string; readonly number: number } | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const [, caseId, number] = NAME.exec(name) ?? [];
  return caseId === undefined ? undefined : { caseId, number: Number(number) };
}
