package io.carbonflow.learn;
/// Stub.
public final class Workers implements AutoCloseable {
  /// Stub.
  public Workers(int threads) {}
  @Override
  public void close() {}
}
