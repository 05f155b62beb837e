// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.GoldenFile;
import io.carbonflow.kfp.client.server.Fault;
import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import org.junit.jupiter.api.Test;

/// Every text on the page docs/how-to/use-kubeflow.md that a command prints is what it prints, one
/// command after the other, against one server. A comment above a block says what the server does.
/// It is the golden page of what the commands print; -Dgolden.update=true writes it again.
class UseKubeflowPageTest {
  private static final Path PAGE = Path.of("..", "docs", "how-to", "use-kubeflow.md");
  private static final String ADDRESS = "https://kubeflow.example.com";
  private static final Pattern BLOCK = Pattern.compile(
      "(?:<!-- the server: ([^\n]*) -->\n)?```console\n(.*?)```\n", Pattern.DOTALL);

  private static final Map<String, Consumer<KubeflowServer>> EVENTS = Map.ofEntries(
      entry("clean fails", server -> server.failTask("clean")),
      entry("clean is fixed", server -> server.failTask("")),
      entry("the webhook is not there", server -> server.webhookSays(
          "no message was sent: the webhook answered with HTTP status 404")),
      entry("monthly starts, and merge fails", server -> {
        server.failTask("merge");
        server.finish(server.startScheduled("monthly"));
        server.failTask("");
      }),
      entry("two months later", _ -> { }),
      entry("the session ends",
          server -> server.onRequest("GET .*/v2beta1/runs", server.gate()::expire)),
      entry("a restart", server -> server
          .fail("GET .*/v2beta1/runs", new Fault.Status(503, "no healthy upstream"))
          .fail("GET .*/v2beta1/runs", new Fault.Status(429, "", "retry-after", "0"))),
      entry("an answer is lost", server -> server.fail("POST .*/runs", new Fault.AnswerLost())),
      entry("a request is lost", server -> server.fail("POST .*/runs", new Fault.Dropped())),
      entry("another password", server -> server.gate().expire()),
      entry("a second factor", server -> server.gate().secondFactor = true));

  private final Set<String> shown = new TreeSet<>();

  @Test
  void thePageShowsWhatTheCommandsPrint() throws Exception {
    String page = Files.readString(PAGE);
    try (KubeflowServer server =
        KubeflowServer.start(Gate.ofDex("user@example.com", "12341234"), "team")) {
      Client client = Client.of(server).with("KBFL_LOGIN", "user@example.com")
          .with("KBFL_PASSWORD", "12341234")
          .with("KF_PIPELINES_UI_ENDPOINT", ADDRESS + "/pipeline");
      String printed = BLOCK.matcher(page).replaceAll(block -> Matcher.quoteReplacement(
          block(block.group(), block.group(1), block.group(2), client, server)));
      GoldenFile.check(PAGE, printed);
    }
    String help = new Client(Map.of(), Client.REVISION).run("--help").ok().out();
    for (String command : help.lines().filter(line -> line.matches("  [a-z]+ {2,}.*"))
        .map(line -> line.strip().split(" ")[0]).toList()) {
      assertTrue(shown.contains(command), "the page does not show " + command);
    }
  }

  private String block(
      String whole, String event, String content, Client client, KubeflowServer server) {
    if (event != null) {
      EVENTS.get(event).accept(server);
    }
    StringBuilder printed = new StringBuilder();
    for (String command : commands(content)) {
      String[] words = words(command);
      assertEquals(List.of("./carbonflow", "kubeflow"), List.of(words).subList(0, 2));
      Client now = "another password".equals(event) ? client.with("KBFL_PASSWORD", "wrong")
          : "two months later".equals(event) ? client.at("2026-03-05T08:00:00Z")
          : "a restart".equals(event) ? client.with("KBFL_COOKIE", server.gate().session())
          : client;
      String text = now.runTogether((Object[]) Arrays.copyOfRange(words, 2, words.length)).out();
      shown.add(words[2]);
      printed.append("$ ").append(command).append('\n').append(text
          .replace(server.url(), ADDRESS).replaceAll("\\d+ ms", "… ms"));
    }
    return whole.replace(content, printed);
  }

  /// The commands of a block, with their line ends.
  private static List<String> commands(String content) {
    List<String> commands = new ArrayList<>();
    Matcher command = Pattern.compile("(?m)^\\$ ((?:.*\\\\\n)*.*)$").matcher(content);
    while (command.find()) {
      commands.add(command.group(1));
    }
    return commands;
  }

  private static String[] words(String command) {
    Matcher word = Pattern.compile("(?:'[^']*'|[^\\s'])+")
        .matcher(command.replace("\\\n", " "));
    return word.results().map(one -> one.group().replace("'", "")).toArray(String[]::new);
  }
}
