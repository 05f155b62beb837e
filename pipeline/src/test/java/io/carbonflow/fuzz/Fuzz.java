// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.cli.CarbonflowProgram.Outcome;

/// Reads what is damaged, of every kind, and looks for what does not hold. The same seed gives the same
/// cases. A night's run, from the checkout, after `./mvnw test-compile`:
///
/// ```text
/// ./mvnw -pl pipeline surefire:test -Dtest=FuzzTest -Dfuzz.cases=100000 -Dfuzz.seed=$(date +%s)
/// ```
///
/// Findings are kept in the folder that `fuzz.findings` names: the case's files, its number and seed.
public final class Fuzz {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int STACK = 1 << 20;
  private static final int HUNDRED = 100;
  private static final int LONGEST_LINE = 600;

  private final Path folder;
  private final Path findings;
  private final long seed;
  private int found;

  private Fuzz(Path folder, Path findings, long seed) {
    this.folder = folder;
    this.findings = findings;
    this.seed = seed;
  }

  /// Runs as many cases as the property `fuzz.cases` says, of all kinds or of the one that `fuzz.only` names;
  /// ends with 1 if there was a finding.
  public static void main(String... args) throws Exception {
    // What stands before S3's server hands on the host that the request was signed for.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    int cases = Integer.getInteger("fuzz.cases", 3 * HUNDRED);
    long seed = Long.getLong("fuzz.seed", 1);
    Path findings = Path.of(System.getProperty("fuzz.findings", "target/fuzz")).toAbsolutePath();
    String only = System.getProperty("fuzz.only", "");
    int found = 1;
    try (TemporaryFolder temporary = TemporaryFolder.make("carbonflow-fuzz-");
        Fixture fixture = Fixture.make(temporary.path())) {
      Fuzz fuzz = new Fuzz(temporary.path(), findings, seed);
      for (Target target : Targets.all(fixture)) {
        if (target.name().contains(only)) {
          fuzz.run(target, Math.max(1, cases * target.share() / HUNDRED));
        }
      }
      found = fuzz.found;
    } catch (Exception | Error e) {
      e.printStackTrace(System.out);
    } finally {
      System.exit(found == 0 ? 0 : 1); // the servers' threads would keep it alive
    }
  }

  private void run(Target target, int cases) throws Exception {
    long start = System.nanoTime();
    int before = found;
    int refused = 0;
    int first = Integer.getInteger("fuzz.first", 0);
    for (int i = first; i < first + cases; i++) {
      refused += one(target, i) ? 0 : 1;
    }
    System.out.printf(Locale.ROOT, "%-18s %6d cases, %6d refused, %3d findings, %5.1f s%n",
        target.name(), cases, refused, found - before, (System.nanoTime() - start) / 1e9);
  }

  /// @return whether the command did what it was to do
  private boolean one(Target target, int number) throws Exception {
    Path place = Files.createDirectories(folder.resolve("case"));
    var random = new SplittableRandom(seed * 1_000_003 + number * 31L + target.name().hashCode());
    FutureTask<Outcome> work = new FutureTask<>(() -> target.next().run(random, place));
    Thread thread = new Thread(null, work, "case", STACK);
    thread.setDaemon(true);
    thread.start();
    boolean well = false;
    try {
      Outcome outcome = work.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      well = outcome.exit() == 0;
      if (Boolean.getBoolean("fuzz.show")) {
        System.out.println(target.name() + " " + number + ": " + outcome.exit() + " "
            + outcome.err().lines().filter(line -> line.startsWith("carbonflow")).findFirst().orElse(""));
      }
      Optional<String> broken = Expectation.broken(outcome, place);
      if (broken.isPresent()) {
        keep(target, number, broken.get(), place);
      }
    } catch (TimeoutException e) {
      keep(target, number, "takes longer than " + LONGEST.toSeconds() + " s: "
          + Arrays.toString(thread.getStackTrace()), place);
      throw new IllegalStateException("case " + number + " of " + target.name() + " does not end", e);
    } catch (ExecutionException e) {
      keep(target, number, "throws " + e.getCause(), place);
    }
    TemporaryFolder.remove(place);
    return well;
  }

  private void keep(Target target, int number, String what, Path place) throws IOException {
    found++;
    String line = what.lines().findFirst().orElse("");
    System.out.println("FINDING " + target.name() + " " + number + " of seed " + seed + ": "
        + line.substring(0, Math.min(LONGEST_LINE, line.length())));
    Path kept = Files.createDirectories(findings.resolve(target.name() + "-" + seed + "-" + number));
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = kept.resolve(place.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.writeString(kept.resolve("finding.txt"), what);
  }
}
