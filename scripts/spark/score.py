"""Scores a table of cases with the SELECT that `carestep export sql --dialect spark` writes.

    spark-submit --master MASTER score.py SQL INPUT OUTPUT

Nothing in here depends on where it runs: the same file is submitted to the cluster that
score-on-local-cluster.sh starts, to a standalone cluster, to YARN and to Kubernetes. Only the driver runs Python;
the workers need Spark alone.
"""

import argparse
import sys
import time

from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql.functions import count, lit

SCORED = "cases"

# A quotation mark inside quotation marks is doubled; a backslash is a letter like any other.
RFC_4180 = {"header": True, "quote": '"', "escape": '"'}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="score.py", description="Score a table of cases with exported SQL, on Spark."
    )
    parser.add_argument("sql", help="the exported SELECT: a local file, or an address such as s3a://... or hdfs://...")
    parser.add_argument("input", help="the cases: a file, or a folder of files, partitioned or not")
    parser.add_argument("output", help="the folder to write; it must not exist yet")
    parser.add_argument("--view", default="cases", help="what the SELECT calls the table of cases (default: cases)")
    parser.add_argument("--input-format", choices=["parquet", "csv"], default="parquet")
    parser.add_argument("--output-format", choices=["parquet", "csv"], default="parquet")
    return parser.parse_args()


def read_sql(spark: SparkSession, path: str) -> str:
    """A file beside the driver is seen by the driver alone, so only an address is read through Spark."""
    if "://" in path:
        return spark.read.text(path, wholetext=True).first()[0]
    with open(path, encoding="utf-8") as file:
        return file.read()


def read_cases(spark: SparkSession, path: str, form: str) -> DataFrame:
    """Answers are words: no column is guessed to be a number or a date, not even one that the folders spell."""
    spark.conf.set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
    if form == "csv":
        # Every file must have the header of the first one, and every row as many cells: else an answer would be read as
        # that to another question. Columns that nobody asks for are read too, or their cells would not be counted.
        spark.conf.set("spark.sql.csv.parser.columnPruning.enabled", "false")
        return spark.read.csv(path, **RFC_4180, multiLine=True, enforceSchema=False, mode="FAILFAST")
    return spark.read.parquet(path)


def write(outcomes: DataFrame, path: str, form: str) -> None:
    if form == "csv":
        outcomes.write.csv(
            path, **RFC_4180, emptyValue="", ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False
        )
    else:
        outcomes.write.parquet(path)


def main() -> None:
    arguments = parse_arguments()
    spark = SparkSession.builder.appName("carestep").getOrCreate()
    try:
        read_cases(spark, arguments.input, arguments.input_format).createOrReplaceTempView(arguments.view)
        # Counted while they are written: a second pass over the rows would take as long as the first.
        observed = Observation()
        outcomes = spark.sql(read_sql(spark, arguments.sql)).observe(observed, count(lit(1)).alias(SCORED))
        begin = time.monotonic()
        write(outcomes, arguments.output, arguments.output_format)
        seconds = time.monotonic() - begin
        scored = observed.get[SCORED]
        print(f"scored {scored} cases in {seconds:.1f} s ({scored / seconds:.0f} a second)", file=sys.stderr)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
