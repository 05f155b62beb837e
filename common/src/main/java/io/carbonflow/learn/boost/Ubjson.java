// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;

/// Reads [UBJSON](https://ubjson.org) as XGBoost writes it, from front to back: JSON in which numbers are bytes, not
/// digits. Of arrays it knows those that say how many elements they have.
final class Ubjson {
  private final ByteBuffer in;

  /// @param document all bytes of a document
  Ubjson(byte[] document) {
    in = ByteBuffer.wrap(document);
  }

  /// Takes an object.
  ///
  /// @param field takes the value of the field of a name
  void object(Consumer<String> field) {
    expect('{');
    while (in.get(in.position()) != '}') {
      field.accept(word());
    }
    in.get();
  }

  /// Takes an array whose elements name their own types.
  ///
  /// @param element takes one
  void array(Runnable element) {
    expect('[');
    for (int left = count(); left > 0; left--) {
      element.run();
    }
  }

  /// Takes a text.
  String text() {
    expect('S');
    return word();
  }

  /// Takes an array of whole numbers.
  int[] integers() {
    expect('[');
    expect('$');
    byte type = in.get();
    int[] numbers = new int[count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.toIntExact(integer(type));
    }
    return numbers;
  }

  /// Takes an array of floats.
  float[] floats() {
    expect('[');
    expect('$');
    expect('d');
    float[] numbers = new float[count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.getFloat();
    }
    return numbers;
  }

  /// Takes any value.
  void skip() {
    byte type = in.get(in.position());
    switch (type) {
      case '{' -> object(_ -> skip());
      case '[' -> skipArray();
      case 'S' -> text();
      default -> {
        in.get();
        skip(size(type));
      }
    }
  }

  private void skipArray() {
    if (in.get(in.position() + 1) != '$') {
      array(this::skip);
      return;
    }
    in.position(in.position() + 2);
    int size = size(in.get());
    skip(Math.multiplyExact(size, count()));
  }

  private void skip(int bytes) {
    in.position(Math.addExact(in.position(), bytes));
  }

  private static int size(byte type) {
    return switch (type) {
      case 'Z', 'T', 'F' -> 0;
      case 'i', 'U' -> 1;
      case 'I' -> 2;
      case 'l', 'd' -> 4;
      case 'L', 'D' -> 8;
      default -> throw new IllegalArgumentException("a value of type " + type);
    };
  }

  private long integer(byte type) {
    return switch (type) {
      case 'i' -> in.get();
      case 'U' -> Byte.toUnsignedInt(in.get());
      case 'I' -> in.getShort();
      case 'l' -> in.getInt();
      case 'L' -> in.getLong();
      default -> throw new IllegalArgumentException("a whole number of type " + type);
    };
  }

  /// No more than there are bytes left: each element but those without a content has one.
  private int count() {
    expect('#');
    long count = integer(in.get());
    if (count < 0 || count > in.remaining()) {
      throw new IllegalArgumentException(count + " elements in " + in.remaining() + " bytes");
    }
    return (int) count;
  }

  private String word() {
    long length = integer(in.get());
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a text of " + length + " in " + in.remaining() + " bytes");
    }
    byte[] word = new byte[(int) length];
    in.get(word);
    return new String(word, StandardCharsets.UTF_8);
  }

  private void expect(char wanted) {
    byte found = in.get();
    if (found != wanted) {
      throw new IllegalArgumentException("byte " + found + " in place of " + wanted);
    }
  }
}
