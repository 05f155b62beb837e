// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/// Checks that an SBOM in CycloneDX's format lists exactly the jars of a folder, by their SHA-256, and says
/// of each where it comes from and under which license: `java -cp 'lib/*' CheckSbom.java SBOM FOLDER`.
void main(String... args) throws Exception {
  Path sbom = Path.of(args[0]);
  Path folder = Path.of(args[1]);
  List<String> problems = new ArrayList<>();
  JsonObject root = JsonParser.parseString(Files.readString(sbom)).getAsJsonObject();
  if (!"CycloneDX".equals(text(root, "bomFormat"))) {
    problems.add("is not in CycloneDX's format");
  }
  Map<String, String> listed = new TreeMap<>();
  for (JsonElement element : root.getAsJsonArray("components")) {
    JsonObject component = element.getAsJsonObject();
    String name = text(component, "name") + " " + text(component, "version");
    if (!text(component, "purl").startsWith("pkg:maven/")) {
      problems.add(name + " has no purl");
    }
    if (!component.has("licenses") || component.getAsJsonArray("licenses").isEmpty()) {
      problems.add(name + " has no license; look at its pom.xml, and whether it may be shipped");
    }
    if (listed.put(sha256(component), name) != null) {
      problems.add(name + " is listed twice, or has no SHA-256");
    }
  }
  int count = listed.size();
  try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder)) {
    for (Path jar : jars) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
      if (listed.remove(HexFormat.of().formatHex(hash)) == null) {
        problems.add("lacks " + jar.getFileName());
      }
    }
  }
  listed.values().forEach(name -> problems.add(name
      + " is not in lib; if a module has another version of it, give it one in the parent's pom.xml"));
  problems.forEach(problem -> System.err.println("release: the SBOM " + sbom + ": " + problem));
  if (!problems.isEmpty()) {
    System.exit(1);
  }
  System.out.println("release: the SBOM lists the " + count + " jars");
}

String text(JsonObject object, String name) {
  return object.has(name) ? object.get(name).getAsString() : "";
}

String sha256(JsonObject component) {
  if (component.has("hashes")) {
    for (JsonElement hash : component.getAsJsonArray("hashes")) {
      if (text(hash.getAsJsonObject(), "alg").equals("SHA-256")) {
        return text(hash.getAsJsonObject(), "content");
      }
    }
  }
  return "";
}
