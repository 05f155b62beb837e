package io.carbonflow.components.merge;
import io.carbonflow.table.Csv;
import io.carbonflow.table.Table;
import java.nio.file.Path;
record SourceTable(Table table, String sha256) {
  static SourceTable read(String location, String s3Endpoint) {
    return new SourceTable(Csv.read(Path.of(location)), "x");
  }
}
