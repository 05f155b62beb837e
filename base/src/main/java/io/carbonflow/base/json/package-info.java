/// JSON, written and read: what carbonflow wrote itself without forgiveness, by [StrictJson], what a
/// server wrote with it, by [ServerJson].
package io.carbonflow.base.json;
