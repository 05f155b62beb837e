package io.carbonflow.regressor;

/// Fitted regression trees as plain arrays, a random forest or a boosted sum alike:
/// `base + scale · Σ leafₜ`. A row goes left where `row[feature] < threshold`.
///
/// Nodes of all trees lie in one set of arrays; a node's left child stands right behind it.
///
/// @param base what the sum starts from
/// @param scale what the sum of leaves is multiplied by: 1 for boosting, 1/trees for a mean
/// @param roots the index of each tree's first node
/// @param feature the column a node splits by; −1 for a leaf
/// @param threshold what the column is compared with; for a leaf, its value
/// @param right the index of the right child; 0 for a leaf
/// @param cover how many training rows (or how much weight of them) reached a node
public record Trees(
    double base,
    double scale,
    int[] roots,
    int[] feature,
    double[] threshold,
    int[] right,
    double[] cover)
    implements Regressor {

  @Override
  public double predict(double[] row) {
    double sum = 0;
    for (int root : roots) {
      sum += leaf(root, row);
    }
    return base + scale * sum;
  }

  /// The value of the leaf that a row reaches.
  ///
  /// @param root the tree's first node
  public double leaf(int root, double[] row) {
    int node = root;
    while (feature[node] >= 0) {
      node = row[feature[node]] < threshold[node] ? node + 1 : right[node];
    }
    return threshold[node];
  }
}
