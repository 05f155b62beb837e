package io.carbonflow.kfp.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The natural name of a kind of artifact: what its file is called where a person will look for it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FileName {
  /// A file's name with its ending, or a folder's.
  String value();
}
