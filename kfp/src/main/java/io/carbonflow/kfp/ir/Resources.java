package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.json.StrictJson;

/// What a container asks of the cluster, as Kubernetes' quantities (`500m`, `1Gi`).
///
/// @param amounts the quantity of each kind that is asked for
public record Resources(SortedMap<Kind, String> amounts) {
  /// No demands.
  public static final Resources NONE = new Resources(new TreeMap<>());

  /// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
  private static final Pattern QUANTITY =
      Pattern.compile("([0-9]+([.][0-9]*)?|[.][0-9]+)(m|k|[MGTPE]i?|Ki|[eE][-+]?[0-9]+)?");

  /// Checks the quantities.
  ///
  /// @throws IllegalArgumentException if one is none
  public Resources {
    amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    amounts.forEach((kind, amount) -> {
      if (!QUANTITY.matcher(amount).matches()) {
        throw new IllegalArgumentException(
            "'" + amount + "' is no quantity for " + kind.field + ", such as 500m or 1Gi");
      }
    });
  }

  /// These demands and another one.
  public Resources with(Kind kind, String amount) {
    SortedMap<Kind, String> more = new TreeMap<>(amounts);
    more.put(kind, amount);
    return new Resources(more);
  }

  /// The kinds, by the IR's fields. A request is what the scheduler sets aside; over its limit of
  /// memory a container is killed.
  public enum Kind {
    /// Cores that are set aside.
    CPU_REQUEST("resourceCpuRequest", "cpuRequest"),
    /// Cores at most.
    CPU_LIMIT("resourceCpuLimit", "cpuLimit"),
    /// Memory that is set aside.
    MEMORY_REQUEST("resourceMemoryRequest", "memoryRequest"),
    /// Memory at most.
    MEMORY_LIMIT("resourceMemoryLimit", "memoryLimit");

    private final String field;
    private final String former;

    Kind(String field, String former) {
      this.field = field;
      this.former = former;
    }

    /// The field's name.
    String field() {
      return field;
    }
  }

  /// Reads the fields. The SDK writes each quantity a second time as a plain number, for backends
  /// before 2.4; that one says nothing more.
  static Resources read(StrictJson fields) {
    SortedMap<Kind, String> amounts = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      fields.maybe(kind.former);
      fields.maybe(kind.field).map(StrictJson::text).ifPresent(amount -> amounts.put(kind, amount));
    }
    fields.end();
    return fields.made(() -> new Resources(amounts));
  }
}
