#!/usr/bin/env bash
# Scores cases on a Spark cluster of this machine: a master and two workers, which live as long as this script.
#
#     score-on-local-cluster.sh SQL INPUT OUTPUT [OPTION OF score.py]...
#
# It runs what a real cluster runs (score.py beside it), with nothing left to set up. Everything listens on 127.0.0.1
# alone, on ports that are free, and only for those who know the secret of this run. Files of its own stand in a
# temporary folder that goes with it.
#
#   PYSPARK_PYTHON           the Python that has PySpark (default: python3)
#   CARESTEP_SPARK_MEMORY    memory of the driver and of each worker (default: 1g)
#   CARESTEP_SPARK_SECONDS   after so many seconds the scoring is stopped (default: 900)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=${PYSPARK_PYTHON:-python3}
memory=${CARESTEP_SPARK_MEMORY:-1g}
seconds=${CARESTEP_SPARK_SECONDS:-900}

fail() {
  printf 'error: %s\n  help: %s\n' "$1" "$2" >&2
  exit 2
}

(($# >= 3)) || fail 'three arguments are needed' 'score-on-local-cluster.sh SQL INPUT OUTPUT'
[[ -f $1 ]] || fail "there is no file $1" 'write it with `carestep export sql --dialect spark`'
[[ -e $2 ]] || fail "there are no cases at $2" 'name a file or a folder of files'
[[ ! -e $3 ]] || fail "$3 is there already" 'nothing is overwritten: name a folder that does not exist yet'
command -v java >/dev/null || fail 'there is no Java' 'install Java 17'
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))' 2>/dev/null) ||
  fail "$python has no PySpark" "install what $here/requirements.txt names, and say where by PYSPARK_PYTHON"

work=$(mktemp -d)
processes=()

stop_all() {
  # `timeout` hands the signal on to all that it started, the executors of a worker included.
  ((${#processes[@]} == 0)) || kill "${processes[@]}" 2>/dev/null || true
  wait
  rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# One folder of settings for the master, the workers and the driver. The log says which port the master was given.
mkdir "$work/conf" "$work/scratch"
cat >"$work/conf/spark-defaults.conf" <<SETTINGS
spark.authenticate                            true
spark.authenticate.secret                     $("$python" -c 'import secrets; print(secrets.token_hex(32))')
spark.master.rest.enabled                     false
spark.ui.enabled                              false
spark.driver.bindAddress                      127.0.0.1
spark.driver.host                             127.0.0.1
spark.driver.memory                           $memory
spark.driver.extraJavaOptions                 -Djava.io.tmpdir=$work/scratch
spark.executor.memory                         $memory
spark.executor.cores                          1
spark.cores.max                               2
spark.scheduler.minRegisteredResourcesRatio   1
SETTINGS
cat >"$work/conf/log4j2.properties" <<'SETTINGS'
rootLogger.level = warn
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %p %c{1}: %m%n
logger.master.name = org.apache.spark.deploy.master.Master
logger.master.level = info
logger.worker.name = org.apache.spark.deploy.worker.Worker
logger.worker.level = info
# There is no native library for Hadoop in PySpark, and none is needed.
logger.native.name = org.apache.hadoop.util.NativeCodeLoader
logger.native.level = error
# The SELECT is long, and is not printed.
logger.plan.name = org.apache.spark.util.SparkStringUtils
logger.plan.level = error
SETTINGS
export SPARK_HOME
export PYSPARK_PYTHON=$python
export SPARK_CONF_DIR=$work/conf
export SPARK_LOCAL_IP=127.0.0.1
export SPARK_LOCAL_DIRS=$work/scratch
export SPARK_DAEMON_MEMORY=256m
export SPARK_DAEMON_JAVA_OPTS=-Djava.io.tmpdir=$work/scratch

# start LOG COMMAND...: in the background, and stopped with everything else even if this script is killed.
start() {
  local log=$1
  shift
  timeout --kill-after=10 "$((seconds + 60))" "$@" </dev/null >"$log" 2>&1 &
  processes+=($!)
}

# await LOG TEXT PROCESS: until a line of its log has this text; prints what follows it there.
await() {
  local line
  until line=$(grep --max-count=1 --fixed-strings -- "$2" "$1"); do
    if ! kill -0 "$3" 2>/dev/null; then
      cat "$1" >&2
      fail 'the cluster did not start' 'the lines above are what it said'
    fi
    sleep 0.2
  done
  printf '%s\n' "${line##*"$2"}"
}

start "$work/master.log" "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master \
  --host 127.0.0.1 --port 0 --webui-port 0
master=$(await "$work/master.log" 'Starting Spark master at ' "${processes[0]}")
for worker in 1 2; do
  start "$work/worker-$worker.log" "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker \
    --host 127.0.0.1 --port 0 --webui-port 0 --cores 1 --memory "$memory" --work-dir "$work/worker-$worker" "$master"
done

# The driver starts along with the workers and waits for both, so that each does its half.
timeout --kill-after=10 "$seconds" "$SPARK_HOME/bin/spark-submit" --master "$master" "$here/score.py" "$@" </dev/null &
driver=$!
processes+=("$driver")
for worker in 1 2; do
  await "$work/worker-$worker.log" 'Successfully registered with master' "${processes[worker]}" >/dev/null
done
wait "$driver" || {
  status=$?
  ((status != 124)) || fail "it was not done after $seconds seconds" 'give it more time by CARESTEP_SPARK_SECONDS'
  exit "$status"
}
