package io.carbonflow.transform;

/// That a row lies outside of what the training rows had, and by what.
///
/// @param what the quantity or category, `floor area`
/// @param text it in words, `floor area 12,000,000 sq ft is above the largest seen, 9,000,000 sq ft`
public record Outside(String what, String text) {

  @Override
  public String toString() {
    return text;
  }
}
