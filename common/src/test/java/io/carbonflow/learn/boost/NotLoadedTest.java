// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

/// What is said where XGBoost's library cannot be loaded, by what loaders say of it.
class NotLoadedTest {
  private static final String NEEDED = ": XGBoost's library needs this one, and this system has none; ";
  private static final String OPEN_MP = NEEDED + "install OpenMP: apt-get install libgomp1 (Debian, Ubuntu),"
      + " dnf install libgomp (Fedora, RHEL), brew install libomp (macOS)";

  /// As the JVM gives it: the class that loads the library could not be initialized.
  private static String told(String reason) {
    var error = new ExceptionInInitializerError(new RuntimeException(new UnsatisfiedLinkError(reason)));
    return NotLoaded.of(new NoClassDefFoundError("XGBoostJNI") {
      @Override
      public synchronized Throwable getCause() {
        return error;
      }
    }).getMessage();
  }

  @Test
  void aSystemWithoutOpenMpIsReportedItsPackage() {
    assertEquals("libgomp.so.1" + OPEN_MP, told("/tmp/libxgboost4j7911468359351606568.so: libgomp.so.1: cannot open"
        + " shared object file: No such file or directory"));
    assertEquals("libgomp.so.1" + OPEN_MP, told("/tmp/libxgboost4j1.so: Error loading shared library libgomp.so.1: No"
        + " such file or directory (needed by /tmp/libxgboost4j1.so)"));
    assertEquals("@rpath/libomp.dylib" + OPEN_MP, told("/tmp/libxgboost4j1.dylib: dlopen(/tmp/libxgboost4j1.dylib,"
        + " 0x0001): Library not loaded: @rpath/libomp.dylib"));
  }

  @Test
  void aSystemOfMuslIsToldSo() {
    assertEquals("ld-linux-x86-64.so.2" + NEEDED + "use a system with glibc, such as Debian, in place of one with musl,"
        + " such as Alpine", told("/tmp/libxgboost4j1.so: Error loading shared library ld-linux-x86-64.so.2: No such"
        + " file or directory (needed by /tmp/libxgboost4j1.so)"));
  }

  @Test
  void anyOtherLibraryIsNamed() {
    assertEquals("libstdc++.so.6" + NEEDED + "install the package that has libstdc++.so.6", told(
        "/tmp/libxgboost4j1.so: libstdc++.so.6: cannot open shared object file: No such file or directory"));
  }

  @Test
  void whatThisMachineHasIsLoaded() {
    GradientBoosting.requireLibrary();
    GradientBoosting.requireLibrary();
  }
}
