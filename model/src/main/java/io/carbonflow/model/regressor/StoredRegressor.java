// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.util.ArrayList;

/// The stored form of a model: data only, little-endian, the same bytes for the same model.
///
/// A tag, then the parts in order. Whole numbers have 32 bits, others are doubles; an array is its
/// length and its elements.
///
/// - 1, [SupportVectors]: the kernel's kind, gamma, coef0 and degree; intercept; coefficients;
///   number of columns; vectors, row by row
/// - 2, [Trees]: single, 0 or 1; base; scale; roots; feature; threshold; right; cover
/// - 3, [Mean] of members that count the same: number of members; the members, each with its tag
/// - 4, [Mean] of others: number of members; of each its weight, and the member with its tag
public final class StoredRegressor {
  private static final int SUPPORT_VECTORS = 1;
  private static final int TREES = 2;
  private static final int MEAN = 3;
  private static final int WEIGHTED_MEAN = 4;

  private StoredRegressor() {}

  /// The stored form of a model.
  public static byte[] bytes(Regressor model) {
    var out = new DataWriter();
    write(model, out);
    return out.toByteArray();
  }

  /// Reads a model. Nothing is allocated that the bytes do not fill, and every index and number is
  /// checked, so that altered bytes end in a problem and in nothing else.
  ///
  /// @param stored the whole stored form
  /// @param where what the bytes came from, for messages
  /// @throws Problem if the bytes are not the stored form of one model
  public static Regressor read(byte[] stored, Place where) {
    try {
      var in = new DataReader(stored);
      Regressor model = read(in, in.integer());
      in.requireEnd();
      return model;
    } catch (IllegalArgumentException e) {
      throw new Problem(where, "is not a stored model, or is altered or cut off",
          "restore the file from where it was written, or train again", e);
    }
  }

  private static void write(Regressor model, DataWriter out) {
    switch (model) {
      case SupportVectors machine -> {
        out.integer(SUPPORT_VECTORS);
        write(machine, out);
      }
      case Trees trees -> {
        out.integer(TREES);
        write(trees, out);
      }
      case Mean mean -> {
        out.integer(mean.isPlain() ? MEAN : WEIGHTED_MEAN);
        out.integer(mean.members().size());
        for (int i = 0; i < mean.members().size(); i++) {
          if (!mean.isPlain()) {
            out.number(mean.weights().get(i));
          }
          write(mean.members().get(i), out);
        }
      }
    }
  }

  private static Regressor read(DataReader in, int tag) {
    return switch (tag) {
      case SUPPORT_VECTORS -> readSupportVectors(in);
      case TREES -> readTrees(in);
      case MEAN -> readMean(in, false);
      case WEIGHTED_MEAN -> readMean(in, true);
      default -> throw new IllegalArgumentException("tag " + tag + " is not one of 1, 2, 3, 4");
    };
  }

  private static void write(SupportVectors machine, DataWriter out) {
    Kernel kernel = machine.kernel();
    out.integer(kernel.kind().ordinal());
    out.number(kernel.gamma());
    out.number(kernel.coef0());
    out.integer(kernel.degree());
    out.number(machine.intercept());
    out.numbers(machine.coefficients());
    out.integer(machine.width());
    for (double[] vector : machine.vectors()) {
      out.elements(vector);
    }
  }

  private static SupportVectors readSupportVectors(DataReader in) {
    var kinds = Kernel.Kind.values();
    int kind = in.integer();
    if (kind < 0 || kind >= kinds.length) {
      throw new IllegalArgumentException("kernel " + kind + " is not one of 0.." + (kinds.length - 1));
    }
    var kernel = new Kernel(kinds[kind], in.number(), in.number(), in.integer());
    double intercept = in.number();
    double[] coefficients = in.numbers();
    double[][] vectors = in.rows(coefficients.length, in.integer());
    return new SupportVectors(kernel, vectors, coefficients, intercept);
  }

  private static void write(Trees trees, DataWriter out) {
    out.integer(trees.single() ? 1 : 0);
    out.number(trees.base());
    out.number(trees.scale());
    out.integers(trees.roots());
    out.integers(trees.feature());
    out.numbers(trees.threshold());
    out.integers(trees.right());
    out.numbers(trees.cover());
  }

  private static Trees readTrees(DataReader in) {
    Trees trees = new Trees(in.flag(), in.number(), in.number(), in.integers(), in.integers(),
        in.numbers(), in.integers(), in.numbers());
    trees.requireCover();
    return trees;
  }

  private static Mean readMean(DataReader in, boolean weighted) {
    var members = new ArrayList<Regressor>();
    var weights = new ArrayList<Double>();
    int size = in.integer();
    for (int i = 0; i < size; i++) {
      weights.add(weighted ? in.number() : 1.0);
      int tag = in.integer();
      if (tag == MEAN || tag == WEIGHTED_MEAN) {
        throw new IllegalArgumentException("a mean of means");
      }
      members.add(read(in, tag));
    }
    return new Mean(members, weights);
  }
}
