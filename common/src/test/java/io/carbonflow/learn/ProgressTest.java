package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringBuilder shown = new StringBuilder();
  private Instant now = Instant.EPOCH;

  private static Progress.State state(String model, int done, int total, double best) {
    return new Progress.State(model, done, total, best);
  }

  @Test
  void linesComeOncePerTenthOfTheWorkAndNameTheirModel() {
    var lines = new ProgressLines(shown);
    for (int done = 1; done <= 98; done++) {
      lines.at(state("svm", done, 98, 0.85));
    }
    lines.at(state("xgboost", 1, 2, Double.NEGATIVE_INFINITY));
    List<String> written = shown.toString().lines().toList();
    assertEquals(11, written.size());
    assertEquals("svm: 10 of 98 fits, 10 %, best R² 0.8500", written.getFirst());
    assertEquals("svm: 98 of 98 fits, 100 %, best R² 0.8500", written.get(9));
    assertEquals("xgboost: 1 of 2 fits, 50 %", written.get(10));
  }

  @Test
  void theBarShowsAllModelsOnOneLine() {
    try (var bar = new ProgressBar(shown, () -> now)) {
      bar.at(state("svm", 10, 40, Double.NEGATIVE_INFINITY));
      now = now.plusMillis(100);
      bar.at(state("xgboost", 15, 20, 0.8612));
    }
    assertEquals("\r[###---------] svm 25%"
        + "\r[#####-------] svm 25%  xgboost 75% 0.861" + System.lineSeparator(), shown.toString());
  }

  @Test
  void theBarIsDrawnAtMostTenTimesASecondAndOnceMoreAtItsEnd() {
    try (var bar = new ProgressBar(shown, () -> now)) {
      for (int done = 1; done <= 1000; done++) {
        bar.at(state("svm", done, 1000, 0.5));
        now = now.plusMillis(1);
      }
    }
    List<String> drawn = List.of(shown.toString().strip().split("\r"));
    assertEquals(11, drawn.size());
    assertEquals("[############] svm 100% 0.500", drawn.getLast());
  }

  @Test
  void theBarWipesOutALongerLine() {
    try (var bar = new ProgressBar(shown, () -> now)) {
      bar.at(state("svm", 1, 10, -10));
      now = now.plusSeconds(1);
      bar.at(state("svm", 2, 10, 0.5));
    }
    assertTrue(shown.toString().contains("svm 20% 0.500  "), shown.toString());
  }

  @Test
  void theBarShowsNothingIfNothingHappened() {
    new ProgressBar(shown, () -> now).close();
    assertEquals("", shown.toString());
  }

  @Test
  void aSearchGoesOnWhereNobodyCanWatch() throws Exception {
    Appendable broken = new Appendable() {
      @Override
      public Appendable append(CharSequence text) throws IOException {
        throw new IOException("broken pipe");
      }

      @Override
      public Appendable append(CharSequence text, int start, int end) throws IOException {
        throw new IOException("broken pipe");
      }

      @Override
      public Appendable append(char c) throws IOException {
        throw new IOException("broken pipe");
      }
    };
    var estimator = new Scripted((_, train, _, score) -> Scripted.missing(0, train, score));
    try (var workers = new Workers(2); var bar = new ProgressBar(broken, () -> now)) {
      assertTrue(estimator.search(Sampling.RANDOM, 4, workers, bar).run().best().mean() > 0.99);
    }
  }

  @Test
  void aSearchCountsEveryFitOnceAndEndsWithItsBest() throws Exception {
    List<Progress.State> states = new ArrayList<>();
    var estimator = new Scripted((x, train, _, score) -> Scripted.missing(x, train, score));
    try (var workers = new Workers(4)) {
      double best = estimator.search(Sampling.RANDOM, 8, workers, states::add).run().best().mean();
      assertEquals(state("scripted", 14, 14, best), states.getLast());
    }
    for (int i = 0; i < 14; i++) {
      assertEquals(i + 1, states.get(i).done());
    }
  }

  @Test
  void aSearchEndsWithAllItsWorkEvenIfTrialsFailed() throws Exception {
    List<Progress.State> states = new ArrayList<>();
    var estimator = new Scripted((x, train, _, score) -> {
      if (x > 0.05) {
        throw new IllegalArgumentException("too large");
      }
      return Scripted.missing(x, train, score);
    });
    try (var workers = new Workers(1)) {
      estimator.search(Sampling.GRID, 11, workers, states::add).run();
    }
    assertEquals(11 + 3 * 3, states.getLast().done());
  }

  @Test
  void aPartOfASearchCountsItsOwnFits() throws Exception {
    List<Progress.State> states = new ArrayList<>();
    var estimator = new Scripted((x, train, _, score) -> Scripted.missing(x, train, score));
    try (var workers = new Workers(1)) {
      estimator.search(Sampling.RANDOM, 8, workers, states::add).screen(1, 3, 5);
    }
    assertEquals(3, states.getLast().total());
    assertEquals(3, states.size());
  }
}
