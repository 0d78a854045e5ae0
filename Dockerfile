# Emapa in a container: built with Swift's own image, run on Debian's smallest, as a user without rights.
# Built from this same tree by scripts/setup, so that there is one list of packages and one pinned set of map libraries.

ARG SWIFT=6.3

FROM swift:${SWIFT}-bookworm AS build
WORKDIR /src
COPY scripts/setup scripts/
COPY scripts/setup.d scripts/setup.d
RUN scripts/setup run
COPY Package.swift ./
COPY Sources Sources
COPY Tests Tests
RUN swift build -c release --product emapa --static-swift-stdlib \
    && install -D .build/release/emapa /out/bin/emapa
COPY sql /out/sql
COPY geodata /out/geodata
COPY portal /out/portal
COPY dispatch /out/dispatch
COPY api /out/api
COPY deploy/healthcheck /out/bin/healthcheck
RUN cp -r .setup/vendor /out/vendor

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates libcurl3-gnutls libgeos-c1v5 libmicrohttpd12 libpq5 libproj25 libsodium23 libvips42 proj-data \
        tzdata zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o 10001 -g 10001 /var/lib/emapa/photos
COPY --from=build /out /opt/emapa
ENV EMAPA_LISTEN=0.0.0.0:8311 EMAPA_VENDOR=/opt/emapa/vendor EMAPA_LOG_FORMAT=json
USER 10001:10001
EXPOSE 8311
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/emapa/bin/healthcheck"]
ENTRYPOINT ["/opt/emapa/bin/emapa"]
CMD ["serve"]
