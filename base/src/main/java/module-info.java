// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// What every program needs: problems with place and remedy, whole files, CSV, strict JSON, TLS.
@SuppressWarnings("module") // kfp is compiled after it
module io.carbonflow.base {
  requires transitive com.google.gson;
  requires transitive de.siegmar.fastcsv;

  exports io.carbonflow.base.concurrent;
  exports io.carbonflow.base.fault;
  exports io.carbonflow.base.file;
  exports io.carbonflow.base.json;
  exports io.carbonflow.base.retry;
  exports io.carbonflow.base.table;

  exports io.carbonflow.base.tls to io.carbonflow.kfp;
}
