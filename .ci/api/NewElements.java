// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;

/// Prints the elements that annotations of a jar have and those of an earlier jar lack, each as `TYPE#NAME()`, if they have
/// a default: such a one breaks nothing (Java Language Specification 13.5.7), but is reported as an abstract method more.
/// `java NewElements.java OLD.jar NEW.jar`.
void main(String... args) throws IOException {
  Set<String> before = elements(Path.of(args[0]), false);
  elements(Path.of(args[1]), true).stream().filter(element -> !before.contains(element)).forEach(IO::println);
}

/// @param withDefault whether those without a default are left out
SortedSet<String> elements(Path jar, boolean withDefault) throws IOException {
  SortedSet<String> elements = new TreeSet<>();
  try (ZipFile classes = new ZipFile(jar.toFile())) {
    for (ZipEntry entry : Collections.list(classes.entries())) {
      if (!entry.getName().endsWith(".class")) {
        continue;
      }
      ClassModel type = ClassFile.of().parse(classes.getInputStream(entry).readAllBytes());
      if (type.flags().has(AccessFlag.ANNOTATION)) {
        type.methods().stream()
            .filter(method -> !withDefault || method.findAttribute(Attributes.annotationDefault()).isPresent())
            .forEach(method -> elements.add(
                type.thisClass().asInternalName().replace('/', '.') + "#" + method.methodName() + "()"));
      }
    }
  }
  return elements;
}
