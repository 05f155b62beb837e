// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.json.StrictJson;

/// What a container asks of the cluster, as Kubernetes' quantities (`500m`, `1Gi`).
///
/// @param amounts the quantity of each kind that is asked for
/// @param accelerator the accelerators that are set aside for it; empty for none
public record Resources(SortedMap<Kind, String> amounts, Optional<Accelerator> accelerator) {
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
    amounts.forEach((kind, amount) -> quantity(kind.field, amount));
  }

  /// Demands without accelerators.
  ///
  /// @throws IllegalArgumentException if one is not a quantity
  public Resources(SortedMap<Kind, String> amounts) {
    this(amounts, Optional.empty());
  }

  /// Refuses what is not a quantity.
  static void quantity(String of, String amount) {
    if (!QUANTITY.matcher(amount).matches()) {
      throw new IllegalArgumentException(
          "'" + amount + "' is not a quantity for " + of + ", such as 500m or 1Gi");
    }
  }

  /// Devices that compute for a container.
  ///
  /// @param type Kubernetes' name of the resource, `nvidia.com/gpu`
  /// @param count how many, at least one
  public record Accelerator(String type, int count) {
    /// Checks the number.
    ///
    /// @throws IllegalArgumentException if there are none, or their type is none
    public Accelerator {
      if (count < 1 || type.isBlank()) {
        throw new IllegalArgumentException(count + " of '" + type + "' are not accelerators");
      }
    }
  }

  /// These demands and others, which go before.
  public Resources with(Resources others) {
    SortedMap<Kind, String> all = new TreeMap<>(amounts);
    all.putAll(others.amounts);
    return new Resources(all, others.accelerator.or(() -> accelerator));
  }

  /// These demands and accelerators.
  public Resources with(Accelerator devices) {
    return new Resources(amounts, Optional.of(devices));
  }

  /// These demands and another one.
  public Resources with(Kind kind, String amount) {
    SortedMap<Kind, String> more = new TreeMap<>(amounts);
    more.put(kind, amount);
    return new Resources(more, accelerator);
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

  }

  /// Reads the fields. The SDK writes each quantity a second time as a plain number, for backends
  /// before 2.4; that one says nothing more.
  static Resources read(StrictJson fields) {
    SortedMap<Kind, String> amounts = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      fields.maybe(kind.former);
      fields.maybe(kind.field).map(StrictJson::text).ifPresent(amount -> amounts.put(kind, amount));
    }
    Optional<Accelerator> accelerator = fields.maybe("accelerator").map(Resources::accelerator);
    fields.end();
    return fields.made(() -> new Resources(amounts, accelerator));
  }

  private static Accelerator accelerator(StrictJson fields) {
    fields.maybe("type");
    fields.maybe("count");
    String type = fields.field("resourceType").text();
    int count = fields.field("resourceCount")
        .as("a whole number", number -> new BigDecimal(number.getAsString()).intValueExact());
    fields.end();
    return fields.made(() -> new Accelerator(type, count));
  }

  /// The fields in the IR.
  Map<String, Object> write() {
    Map<String, Object> fields = new TreeMap<>();
    amounts.forEach((kind, text) -> fields.put(kind.field, text));
    accelerator.ifPresent(devices -> fields.put("accelerator", SpecWriter.mapping(
        "resourceType", devices.type(), "resourceCount", Integer.toString(devices.count()))));
    return fields;
  }
}
