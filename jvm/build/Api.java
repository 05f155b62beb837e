// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;
import java.lang.classfile.Annotation;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;

/// What a compiler of other classes sees of a class: no code, nothing private, and of annotations that live until
/// the program runs only that they are there, as their texts are read by programs.
final class Api {
  private Api() {}

  /// The same text means that whoever names the class need not be compiled again.
  static String of(byte[] file) {
    ClassModel type = ClassFile.of().parse(file);
    List<String> lines = new ArrayList<>();
    lines.add(type.flags().flagsMask() + " " + type.superclass().map(c -> c.asInternalName()).orElse("")
        + " " + type.interfaces().stream().map(c -> c.asInternalName()).toList() + said(type));
    type.findAttribute(Attributes.permittedSubclasses()).ifPresent(permitted -> lines.add(
        "permits " + permitted.permittedSubclasses().stream().map(c -> c.asInternalName()).toList()));
    type.findAttribute(Attributes.record()).ifPresent(record -> record.components().forEach(
        one -> lines.add("component " + one.name().stringValue() + one.descriptor().stringValue() + said(one))));
    type.findAttribute(Attributes.innerClasses()).ifPresent(inner -> inner.classes().stream()
        .filter(one -> one.innerClass().equals(type.thisClass()))
        .forEach(one -> lines.add("nested " + one.flagsMask())));
    type.fields().stream().filter(one -> !one.flags().has(AccessFlag.PRIVATE)).map(Api::field).forEach(lines::add);
    type.methods().stream().filter(one -> !one.flags().has(AccessFlag.PRIVATE)).map(Api::method).sorted()
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String field(FieldModel field) {
    return "field " + field.flags().flagsMask() + " " + field.fieldName().stringValue()
        + field.fieldType().stringValue() + said(field)
        + field.findAttribute(Attributes.constantValue()).map(c -> " = " + c.constant().constantValue()).orElse("");
  }

  private static String method(MethodModel method) {
    return "method " + method.flags().flagsMask() + " " + method.methodName().stringValue()
        + method.methodType().stringValue() + said(method)
        + method.findAttribute(Attributes.exceptions())
            .map(e -> " throws " + e.exceptions().stream().map(c -> c.asInternalName()).toList()).orElse("")
        + method.findAttribute(Attributes.annotationDefault()).map(d -> " default " + d.defaultValue()).orElse("");
  }

  private static String said(AttributedElement element) {
    return element.findAttribute(Attributes.signature()).map(s -> " " + s.signature().stringValue()).orElse("")
        + element.findAttribute(Attributes.runtimeInvisibleAnnotations()).map(a -> " " + a.annotations()).orElse("")
        + element.findAttribute(Attributes.runtimeVisibleAnnotations())
            .map(a -> " " + a.annotations().stream().map(Api::shown).toList()).orElse("");
  }

  private static String shown(Annotation annotation) {
    String name = annotation.className().stringValue();
    return name.startsWith("Ljava/") ? annotation.toString() : name;
  }
}
