// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;

/// Decodes the one field of a JSON object that is a text in base 64, while it arrives: it may be larger
/// than the memory.
final class Base64Field {
  private final byte[] name;
  private final ByteArrayOutputStream undecoded = new ByteArrayOutputStream();
  private int matched;
  private State state = State.BEFORE;

  /// Where in the object the bytes are.
  private enum State { BEFORE, COLON, TEXT, AFTER, BROKEN }

  /// @param name the field's name
  Base64Field(String name) {
    this.name = ("\"" + name + "\"").getBytes(StandardCharsets.UTF_8);
  }

  /// What the next bytes add.
  byte[] decoded(byte[] bytes) {
    for (byte one : bytes) {
      switch (state) {
        case BEFORE -> {
          matched = one == name[matched] ? matched + 1 : one == name[0] ? 1 : 0;
          state = matched == name.length ? State.COLON : State.BEFORE;
        }
        case COLON -> {
          if (one == '"') {
            state = State.TEXT;
          } else if (one != ':' && !Character.isWhitespace(one)) {
            state = State.BROKEN;
          }
        }
        case TEXT -> {
          if (one == '"') {
            state = State.AFTER;
          } else if (one != '\\') { // Some writers put one before each slash.
            undecoded.write(one);
          }
        }
        case AFTER, BROKEN -> { }
      }
    }
    return decode(undecoded.size() / 4 * 4);
  }

  /// What the last bytes add that are no whole group.
  byte[] rest() {
    return decode(undecoded.size());
  }

  /// Whether there was such a field, in base 64 to its end.
  boolean isFound() {
    return state == State.AFTER;
  }

  private byte[] decode(int count) {
    byte[] all = undecoded.toByteArray();
    undecoded.reset();
    undecoded.write(all, count, all.length - count);
    try {
      return Base64.getDecoder().decode(Arrays.copyOf(all, count));
    } catch (IllegalArgumentException _) {
      state = State.BROKEN;
      return new byte[0];
    }
  }
}
