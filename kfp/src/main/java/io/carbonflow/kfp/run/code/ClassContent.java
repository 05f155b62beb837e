// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;
import io.carbonflow.base.file.Sha256;

/// What a class file names. All of it stands in its constant pool: also the classes that it permits,
/// nests, or is annotated with. Only that is read: a model of the whole class takes several times as long, and
/// is made where a class may be named for no more than a nested one's sake ([EnclosingClasses]).
///
/// @param digest the SHA-256 of the file
/// @param types the classes, `a/b/C`; also what only looks like one
/// @param texts its texts
/// @param readsResources whether it calls a method that gives a resource
record ClassContent(String digest, Set<String> types, Set<String> texts, boolean readsResources) {
  private static final int MAGIC = 0xCAFEBABE;
  private static final Set<String> READERS =
      Set.of("getResource", "getResourceAsStream", "getResources", "resources", "getBundle");

  /// Reads a class file.
  ///
  /// @throws IllegalArgumentException if it is none, or of a form that is not known
  static ClassContent of(byte[] file) {
    String[] pool;
    Map<Integer, Integer> classes = new HashMap<>();
    BitSet owners = new BitSet();
    BitSet strings = new BitSet();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      pool = pool(in, classes, owners, strings);
    } catch (IOException e) {
      throw new IllegalArgumentException("no class file", e);
    }
    Set<String> types = new HashSet<>();
    boolean reads = false;
    for (int i = 1; i < pool.length; i++) {
      String text = pool[i];
      if (text != null) {
        reads |= READERS.contains(text);
        addDescribed(text, types);
      }
    }
    owners.stream().mapToObj(i -> pool[classes.get(i)]).forEach(types::add);
    Set<String> unclear = classes.values().stream().map(i -> pool[i]).collect(Collectors.toSet());
    unclear.removeAll(types);
    types.addAll(unclear);
    types.removeAll(EnclosingClasses.named(file, unclear, types));
    return new ClassContent(Sha256.of(file), types,
        strings.stream().mapToObj(i -> pool[i]).collect(Collectors.toSet()), reads);
  }

  /// All texts by their numbers.
  ///
  /// @param classes takes the classes' numbers, each with that of its name
  /// @param owners takes the numbers of classes of which a field or method is named
  /// @param strings takes the numbers of those that are texts of the program
  private static String[] pool(DataInputStream in, Map<Integer, Integer> classes, BitSet owners, BitSet strings)
      throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("it does not begin as one");
    }
    in.skipNBytes(4);
    String[] pool = new String[in.readUnsignedShort()];
    for (int i = 1; i < pool.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) { // Java virtual machine specification, table 4.4-A
        case 1 -> pool[i] = in.readUTF();
        case 7 -> classes.put(i, in.readUnsignedShort());
        case 8 -> strings.set(in.readUnsignedShort());
        case 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 9, 10, 11 -> {
          owners.set(in.readUnsignedShort());
          in.skipNBytes(2);
        }
        case 3, 4, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        default -> throw new IOException("constant of kind " + tag);
      }
    }
    return pool;
  }

  /// Adds the types of a descriptor or signature: `(La/B;[Lc/D<Le/F;>;)V`.
  private static void addDescribed(String text, Set<String> types) {
    for (int at = text.indexOf('L'); at >= 0; at = text.indexOf('L', at + 1)) {
      int end = at + 1;
      while (end < text.length() && (text.charAt(end) == '/' || Character.isJavaIdentifierPart(text.charAt(end)))) {
        end++;
      }
      if (end < text.length() && (text.charAt(end) == ';' || text.charAt(end) == '<')) {
        types.add(text.substring(at + 1, end));
      }
    }
  }
}
