// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class KnownSecretsTest {
  private static String masked(String text, String... secrets) {
    KnownSecrets known = new KnownSecrets();
    for (String secret : secrets) {
      known.add(secret);
    }
    assertFalse(known.toString().contains("eyJ"), known.toString());
    return known.masked(text);
  }

  @Test
  void aSecretIsMaskedWhereverItStands() {
    assertEquals("token … is not …", masked("token eyJhb.c is not eyJhb.c", "eyJhb.c"));
    assertEquals("nothing to hide", masked("nothing to hide", "eyJhb.c"));
  }

  @Test
  void aSecretIsKnownAsItLooksInAnAddress() {
    assertEquals("/login?p=…&q=…&r=…", masked("/login?p=a%26b+c&q=a%26b%20c&r=a&b c", "a&b c"));
  }

  @Test
  void ofOneThatBeginsWithAnotherNothingStays() {
    assertEquals("… and …", masked("abcd and abcdef", "abcd", "abcdef"));
    assertEquals("… and …", masked("abcd and abcdef", "abcdef", "abcd"));
  }

  @Test
  void whatIsFoundInAnyTextIsNoMask() {
    assertEquals("a banana", masked("a banana", "a", ""));
  }
}
