package io.carbonflow.base.json;

import module java.base;

/// A record whose JSON fields are its components' names in `snake_case`, as are those of the records
/// that are declared in it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SnakeCase {}
