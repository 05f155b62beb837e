// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

/// One step of a pipeline: a class with a public constructor without arguments, described by
/// [About], named after its class (`TrainSvm` is `train-svm`), and registered with
/// `@AutoService(Step.class)`.
///
/// Its inputs and outputs are the components of two records. Command line, component YAML, place in
/// a compiled pipeline and reference page are made from them; nothing is declared twice.
///
/// ```java
/// @About("Counts the wines of a table")
/// @AutoService(Step.class)
/// @SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
/// public final class CountWines implements Step<CountWines.In, CountWines.Out> {
///   public record In(@About("the table's file") Value<String> wines) {}
///
///   public record Out(@About("how many there are") Output<Integer> number) {}
///
///   @Override
///   public void run(In in, Out out, Context context) {
///     out.number().set(Csv.read(Path.of(in.wines().get())).rows().size());
///   }
/// }
/// ```
///
/// @param <I> the inputs: components of type [Value], each with [About]
/// @param <O> the outputs: components of type [Output], each with [About]
public interface Step<I extends Record, O extends Record> {

  /// Does the work. Artifacts are written whole or not at all; parameters are set.
  ///
  /// @param in the inputs, all known
  /// @param out where the outputs go
  /// @param context threads, log and progress
  /// @throws io.carbonflow.base.fault.Problem for what a person can fix
  /// @throws Exception for what nobody foresaw
  void run(I in, O out, Context context) throws Exception;

  /// Checks what the types of single parameters cannot say, before anything is read or written: what it throws is
  /// wrong use. Files are not known yet.
  ///
  /// @param in the inputs, of which the values of parameters are known
  /// @throws io.carbonflow.base.fault.Problem if the step cannot run with them
  default void check(I in) {}

  /// Runs the step as a program of its own and ends the JVM with its exit code: `java -cp JARS CLASS`
  /// starts what a class inherits, too ([JEP 512](https://openjdk.org/jeps/512)).
  default void main(String... args) {
    System.exit(StepMain.execute(this, Streams.standard(), args));
  }
}
