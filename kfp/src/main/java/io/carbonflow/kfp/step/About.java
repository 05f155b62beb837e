// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// Describes a step, one of its inputs or outputs, or a parameter of a pipeline, in one place: help
/// texts, component YAML and reference pages are made from it.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface About {
  /// Stands for "no default": the value has to be given.
  String REQUIRED = "\0required";

  /// What it is: a phrase without a full stop.
  String value();

  /// The default, written as on the command line.
  String orElse() default REQUIRED;

  /// The name where it does not follow from the Java name (`cvR2` is `cv_r2`).
  String name() default "";

  /// A second name of the command line's option, without dashes; empty for none.
  String alias() default "";

  /// Whether an output is a verdict on the inputs. Where it is false, the step has done its work
  /// and ends well, so that Kubeflow keeps its report; a person's command ends with exit code 1.
  boolean verdict() default false;

  /// Where an output that is a file goes where a person names none.
  Unnamed unnamed() default Unnamed.OWN_FILE;

  /// Whether an input of a step names a file or folder of the machine it runs on.
  PathUse path() default PathUse.NONE;

  /// The least value of a number.
  double min() default Double.NEGATIVE_INFINITY;

  /// The greatest value of a number.
  double max() default Double.POSITIVE_INFINITY;
}
