# Rollcall, as one image: HTTP, worker or both (ROLE), and the command line (`rollcall`).
# Without DATABASE_URL it starts its own PostgreSQL under /data, so a pilot needs this image and one volume.

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The lock file may lack the binaries of other systems, and npm ci then refuses on every system; npm install follows
# the same lock file and adds those of this one.
RUN npm ci --no-audit --no-fund || npm install --no-save --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY migrations ./migrations
COPY src ./src
COPY scripts ./scripts
RUN npm run --silent build

# Installed apart instead of pruned: pruning would take away what the lock file does not list.
FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --include=optional --no-audit --no-fund \
  || npm install --no-save --omit=dev --include=optional --no-audit --no-fund

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ROLLCALL_DATA=/data
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
RUN printf '#!/bin/sh\nexec node --enable-source-maps /app/dist/src/cli/rollcall.js "$@"\n' > /usr/local/bin/rollcall \
  && chmod 755 /usr/local/bin/rollcall \
  && install -d -o node -g node -m 700 /data
# An ordinary user: the embedded PostgreSQL refuses to run as root, and nothing else here needs it.
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "--max-semi-space-size=4", "--no-concurrent-marking", "--heap-growing-percent=100", "dist/src/main.js"]
