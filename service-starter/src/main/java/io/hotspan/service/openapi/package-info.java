/** What the OpenAPI document takes from the code beyond what its library finds. */
@NullMarked
package io.hotspan.service.openapi;

import org.jspecify.annotations.NullMarked;
