# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The image that the steps run in: docs/how-to/build-the-image.md
# The first base has a JDK 25; both have Debian's package manager.
ARG BUILD_IMAGE=docker.io/library/eclipse-temurin:25-jdk@sha256:97014c4b396021f9ddb7d592a7dbedb0c4e4215c29e03dc01c393558aefb71c2
ARG BASE_IMAGE=docker.io/library/debian:bookworm-slim@sha256:88200866dfff7ea7f5cbcb6ec7c8a701889efe6fe859fe64d6990e4b07ea4171


FROM ${BUILD_IMAGE} AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends binutils fonts-dejavu-core libfontconfig1 libgomp1
WORKDIR /source
COPY . .
ARG REVISION=unknown
RUN --mount=type=cache,target=/root/.m2 \
  ./mvnw -q -B -DskipTests -Drevision="$REVISION" package && jvm/install /opt/carbonflow


# The C library, OpenMP for XGBoost, a font and its library for the plots, and what lets a person look around.
FROM ${BASE_IMAGE} AS system
RUN apt-get update \
  && apt-get install -y --no-install-recommends \
    busybox dash fonts-dejavu-core libc-bin libc6 libfontconfig1 libgomp1 libstdc++6
COPY jvm/make-root /
RUN /make-root /system


FROM scratch
COPY --from=system /system /
COPY --from=build /opt/carbonflow/runtime /opt/carbonflow/runtime
COPY --from=build /opt/carbonflow/lib /opt/carbonflow/lib
COPY --from=build /opt/carbonflow/jvm /opt/carbonflow/jvm
COPY --from=build /opt/carbonflow/LICENSES /opt/carbonflow/LICENSES
COPY --from=build /opt/carbonflow/LICENSE /opt/carbonflow/NOTICE /opt/carbonflow/carbonflow* /opt/carbonflow/
ENV LANG=C.UTF-8 PATH=/opt/carbonflow:/usr/bin
USER 65532:65532
ENTRYPOINT ["carbonflow"]
ARG REVISION=unknown
LABEL org.opencontainers.image.title="carbonflow" \
  org.opencontainers.image.description="Trains, compares and ships models of the greenhouse-gas emissions of buildings" \
  org.opencontainers.image.licenses="GPL-3.0-or-later" \
  org.opencontainers.image.revision="${REVISION}"
