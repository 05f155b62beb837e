// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.file.AtomicFile;

/// A small step with one of everything: counts the words of a text.
@About("Counts the words of a text")
public final class CountWords implements Step<CountWords.In, CountWords.Out> {

  /// How words are compared.
  public enum Case {
    /// As they are.
    AS_IS,
    /// In lower case.
    LOWER
  }

  /// A text.
  @FileName("text.txt")
  public record Text(Path path) implements Artifact.Dataset {}

  /// A listing of words.
  @FileName("words.txt")
  public record Words(Path path) implements Artifact.Metrics {}

  /// What it takes.
  public record In(
      @About("the text") Value<Text> text,
      @About(value = "least length of a word", orElse = "1", min = 1, max = 40)
      Value<Integer> leastLength,
      @About(value = "how words are compared", orElse = "as_is") Value<Case> compare)
      implements OptionalInputs<In> {
    In(Value<Text> text) {
      this(text, Value.byDefault(), Value.byDefault());
    }
  }

  /// What it gives.
  public record Out(
      @About("the words, a line each") Output<Words> words,
      @About("how many words there are") Output<Integer> number) {}

  @Override
  public void run(In in, Out out, Context context) throws Exception {
    String text = Files.readString(in.text().get().path());
    if (text.startsWith("too much")) {
      throw new OutOfMemoryError("Java heap space");
    }
    if (text.startsWith("read ")) {
      text = Files.readString(Path.of(text.substring("read ".length())));
    }
    if (text.startsWith("forget")) {
      return;
    }
    String[] words = java.util.Arrays.stream(text.split("\\s+"))
        .map(word -> in.compare().get() == Case.LOWER ? word.toLowerCase(java.util.Locale.ROOT) : word)
        .filter(word -> word.length() >= in.leastLength().get())
        .distinct()
        .toArray(String[]::new);
    AtomicFile.write(out.words().get().path(), String.join("\n", words) + "\n");
    out.words().logMetric("words", words.length);
    out.number().set(words.length);
    context.console().line("counted");
  }
}
