// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;

/// What held-out rows have decided, and how much of a model's score there is luck.
///
/// Of many models that are compared on the same rows the one that stays is ahead of the others partly
/// because these rows suit it. What is left of its lead on other rows is estimated by empirical Bayes
/// (Efron and Morris 1973, doi:10.1080/01621459.1973.10481350): scores are as far apart as the models
/// are and as the rows' noise makes them, and the noise is known, from the standard errors by building.
/// The noise's part of the lead is taken away. The lead is that over the model in the middle, and the
/// spread that of the models ahead of it: how far the bad ones are behind says nothing of the best ones.
/// Since nothing in this depends on which model was
/// published, it holds for any margin.
///
/// @param all each pair of models once, latest first, at most [#MOST]
public record RowsDecisions(List<RowsDecision> all) {
  /// How many decisions are remembered.
  public static final int MOST = 100;

  /// By how many standard errors of itself, as it is where all models are equal, the noise is taken for
  /// greater than it was measured. docs/design/published-models.md says what it was chosen by.
  private static final double CAUTION = 1;

  /// Nothing was decided.
  static final RowsDecisions NONE = new RowsDecisions(List.of());

  /// Copies the list.
  public RowsDecisions {
    all = List.copyOf(all);
  }

  /// These with another one. What the same rows have decided between the same models is decided once,
  /// however often it is looked up.
  public RowsDecisions with(RowsDecision next) {
    return new RowsDecisions(Stream.concat(Stream.of(next), all.stream()
        .filter(one -> !(one.isOf(next.challenger()) && one.isOf(next.champion())
            && one.rows().equals(next.rows())))).limit(MOST).toList());
  }

  /// How often rows have decided. A decision by a part of their buildings counts as that part.
  public double times(DecidingRows rows) {
    return all.stream().mapToDouble(one -> rows.shareIn(one.rows())).sum();
  }

  /// What a model promises by that.
  ///
  /// @param sha256 the SHA-256 of its bundle
  /// @param measured how well it did on its held-out rows
  public PublishedMetrics promise(String sha256, PublishedMetrics measured) {
    return measured.lessBy(optimism(sha256, measured.rows()));
  }

  /// By how much the R² of a model on its held-out rows is higher than it is to be expected on others,
  /// 0 or more; 0 for a model that was compared with none.
  ///
  /// @param sha256 the SHA-256 of its bundle
  /// @param heldOut how many rows its R² is of
  public double optimism(String sha256, int heldOut) {
    return all.stream().filter(one -> one.isOf(sha256)).findFirst()
        .map(last -> optimism(sha256, last.rows()) * Math.min(1, (double) last.rows().rows() / heldOut))
        .orElse(0.0);
  }

  /// @param rows those that the model was judged by last
  private double optimism(String sha256, DecidingRows rows) {
    Map<String, Double> scores = scores();
    Map<String, Double> weights = new HashMap<>();
    double noise = 0;
    double decisions = 0;
    for (RowsDecision one : all) {
      double share = rows.shareIn(one.rows());
      weights.merge(one.challenger(), share, Math::max);
      weights.merge(one.champion(), share, Math::max);
      // Two models that the noise moves alike differ by twice the noise of one.
      noise += share * one.standardError() * one.standardError() / 2;
      decisions += share;
    }
    double middle = median(scores.entrySet().stream()
        .map(score -> new Weighed(score.getValue(), weights.get(score.getKey()))).toList());
    double lead = scores.get(sha256) - middle;
    if (lead <= 0) {
      return 0;
    }
    double models = weights.values().stream().mapToDouble(weight -> weight).sum();
    double ahead = 0;
    double spread = 0;
    for (var score : scores.entrySet()) {
      double from = score.getValue() - middle;
      double weight = from > 0 ? weights.get(score.getKey()) : 0;
      ahead += weight;
      spread += weight * from * from;
    }
    spread *= models / (models - 1) / ahead;
    double chance = noise / decisions * (1 + CAUTION * Math.sqrt(2 / Math.max(1, ahead)));
    return chance >= spread ? lead : lead * chance / spread;
  }

  private record Weighed(double value, double weight) {}

  /// The value that half of the weight lies below and half above.
  private static double median(List<Weighed> all) {
    List<Weighed> sorted = all.stream().filter(one -> one.weight() > 0)
        .sorted(Comparator.comparingDouble(Weighed::value)).toList();
    double half = sorted.stream().mapToDouble(Weighed::weight).sum() / 2;
    double below = 0;
    for (int i = 0; i < sorted.size(); i++) {
      below += sorted.get(i).weight();
      if (below > half || i == sorted.size() - 1) {
        return sorted.get(i).value();
      }
      if (below == half) {
        return (sorted.get(i).value() + sorted.get(i + 1).value()) / 2;
      }
    }
    throw new IllegalStateException("nothing is weighed");
  }

  /// The R² of each model less that of the first one, by adding up differences. A published model that
  /// nothing else is remembered of counts as one like the others.
  private Map<String, Double> scores() {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (RowsDecision one : all.reversed()) {
      double middle = scores.values().stream().mapToDouble(score -> score).average().orElse(0);
      scores.putIfAbsent(one.champion(), middle);
      scores.put(one.challenger(), scores.get(one.champion()) + one.difference());
    }
    return scores;
  }
}
