// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;

/// The classes that a class file names only to say what one of its nested classes is nested in
/// (Java virtual machine specification, 4.7.6 and 4.7.28). Their code is not reached: what takes a step's output,
/// `Evaluate.Choice`, does not run when the step itself, `Evaluate`, has changed.
final class EnclosingClasses {
  private static final ClassFile READER = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG,
      ClassFile.LineNumbersOption.DROP_LINE_NUMBERS, ClassFile.StackMapsOption.DROP_STACK_MAPS);

  private EnclosingClasses() {}

  /// Picks them.
  ///
  /// @param file a class file
  /// @param unclear classes of which it names neither a field nor a method, nor that they are a type
  /// @param all the classes that it names
  static Set<String> named(byte[] file, Set<String> unclear, Set<String> all) {
    Set<String> enclosing = unclear.stream()
        .filter(name -> all.stream().anyMatch(other -> other.startsWith(name + '$'))).collect(Collectors.toSet());
    if (!enclosing.isEmpty()) {
      used(READER.parse(file)).map(ClassEntry::asInternalName).forEach(enclosing::remove);
    }
    return enclosing;
  }

  private static Stream<ClassEntry> used(ClassModel type) {
    Stream<ClassEntry> above = Stream.concat(type.superclass().stream(), type.interfaces().stream());
    Stream<ClassEntry> permitted = type.findAttribute(Attributes.permittedSubclasses()).stream()
        .flatMap(attribute -> attribute.permittedSubclasses().stream());
    Stream<ClassEntry> bootstrap = type.findAttribute(Attributes.bootstrapMethods()).stream()
        .flatMap(attribute -> attribute.bootstrapMethods().stream())
        .flatMap(method -> method.arguments().stream())
        .filter(ClassEntry.class::isInstance).map(ClassEntry.class::cast);
    Stream<ClassEntry> code = type.methods().stream().flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream).flatMap(EnclosingClasses::used);
    return Stream.of(above, permitted, bootstrap, code).flatMap(part -> part);
  }

  /// Whoever makes an object names its constructor, and whoever takes an array's element its type.
  private static Stream<ClassEntry> used(CodeElement element) {
    return switch (element) {
      case LoadConstantInstruction load when load.constantEntry() instanceof ClassEntry type -> Stream.of(type);
      case TypeCheckInstruction check -> Stream.of(check.type());
      case NewReferenceArrayInstruction array -> Stream.of(array.componentType());
      case NewMultiArrayInstruction array -> Stream.of(array.arrayType());
      case ExceptionCatch caught -> caught.catchType().stream();
      default -> Stream.empty();
    };
  }
}
