// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;

/// Which models are published and which of them is the current one: the content of `current.json`.
///
/// Kept are the [#MOST_KEPT] versions with the highest numbers, and the current one.
///
/// @param number the highest number that a version was given; 0 where nothing was ever published
/// @param version the current version; empty where nothing was ever published
/// @param kept the versions that are there, latest first
/// @param moves the last changes of the current version, at most [#MOST_MOVES], latest first
/// @param decisions what held-out rows have decided
public record Register(int number, Optional<String> version, List<Published> kept,
    List<RegistryEvent> moves, RowsDecisions decisions) {
  /// How many of the last versions are kept.
  public static final int MOST_KEPT = 10;

  /// How many changes are remembered.
  public static final int MOST_MOVES = 100;

  /// Nothing was ever published.
  static final Register EMPTY = new Register(0, Optional.empty(), List.of(), List.of(), RowsDecisions.NONE);

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if the current version is not kept, or the versions are not in
  ///     the order of their numbers, from the highest number downwards
  public Register {
    kept = List.copyOf(kept);
    moves = List.copyOf(moves);
    List<String> names = kept.stream().map(Published::version).toList();
    if (!version.map(names::contains).orElse(names.isEmpty())) {
      throw new IllegalArgumentException(version + " is not among the versions " + names);
    }
    int last = number + 1;
    for (Published one : kept) {
      if (numberOf(one) >= last) {
        throw new IllegalArgumentException("the versions " + names + " are not in order");
      }
      last = numberOf(one);
    }
  }

  /// The current model.
  public Optional<Published> current() {
    return version.flatMap(this::named);
  }

  /// The kept version of a name.
  public Optional<Published> named(String name) {
    return first(one -> one.version().equals(name));
  }

  /// The kept version with this content.
  public Optional<Published> of(String sha256) {
    return first(one -> one.sha256().equals(sha256));
  }

  private Optional<Published> first(Predicate<Published> wanted) {
    return kept.stream().filter(wanted).findFirst();
  }

  /// The kept version that was published before the current one.
  public Optional<Published> previous() {
    return version.flatMap(name -> kept.stream()
        .dropWhile(one -> !one.version().equals(name)).skip(1).findFirst());
  }

  /// The rollback that took a version out of use, if it was not taken up since.
  public Optional<RegistryEvent> rollbackFrom(String name) {
    return moves.stream()
        .filter(move -> move.to().equals(name) || move.from().equals(Optional.of(name)))
        .findFirst()
        .filter(move -> move.kind() == RegistryEvent.Kind.ROLLED_BACK && !move.to().equals(name));
  }

  /// This register with another current version, which is there already or becomes the latest.
  Register moved(RegistryEvent.Kind kind, Published to, String reason, Instant at) {
    RegistryEvent move = new RegistryEvent(at, kind, version, to.version(), reason);
    List<Published> all = new ArrayList<>(kept);
    if (!all.contains(to)) {
      all.add(to);
    }
    all.sort(Comparator.comparingInt(Register::numberOf).reversed());
    int highest = Math.max(number, numberOf(to));
    List<Published> stay = all.stream()
        .filter(one -> all.indexOf(one) < MOST_KEPT || one.equals(to)).toList();
    return new Register(highest, Optional.of(to.version()), stay,
        Stream.concat(Stream.of(move), moves.stream()).limit(MOST_MOVES).toList(), decisions);
  }

  /// This register after held-out rows have decided something; what the current model promises follows.
  ///
  /// @param measured how well the current model did on its held-out rows
  Register after(RowsDecision decision, PublishedMetrics measured) {
    RowsDecisions more = decisions.with(decision);
    return new Register(number, version, kept.stream().map(one -> version.equals(Optional.of(one.version()))
        ? one.with(more.promise(one.sha256(), measured)) : one).toList(), moves, more);
  }

  private static int numberOf(Published published) {
    return VersionName.number(published.version()).orElseThrow();
  }
}
