package wine;

import io.carbonflow.kfp.cli.Program;

/// The program: every step and pipeline of this project, and the commands around them.
final class Wine {
  private Wine() {}

  static void main(String... args) {
    System.exit(Program.named("wine", "Learns from tasters what makes a wine good.")
        .calledAs("java -jar target/wine.jar")
        .image("registry.example/wine:1.0")
        .execute(args));
  }
}
