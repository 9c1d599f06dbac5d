# Shared by bin/anlan and bin/test: finding a JDK, building what is out of date. Says what it does; quick when there is nothing to do.
say() { printf '%s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# Sets JAVA and JAVA_HOME to a JDK of version 17 or newer: JAVA_HOME, the java on PATH, then the usual places.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(command -v javac >/dev/null 2>&1 && dirname "$(dirname "$(readlink -f "$(command -v javac)")")")" \
      /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_version "$candidate")" -ge 17 ]; then
      JAVA_HOME=$candidate JAVA=$candidate/bin/java
      export JAVA_HOME
      return
    fi
  done
  fail "需要 JDK 17 或更新版本，没有找到。请安装（Debian: apt-get install openjdk-17-jdk-headless）或设置 JAVA_HOME。" \
    "Anlan needs a JDK 17 or newer and found none. Install one (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
}

# The feature version of the JDK in a folder, from its release file (starting a JVM to ask would take longer).
java_version() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" 2>/dev/null || true)
  echo "${version:-0}"
}

need() {
  command -v "$1" >/dev/null 2>&1 || fail "需要 $1（$2），没有找到。 / Anlan needs $1 ($2) to build and did not find it."
}

# Whether something below the sources is newer than a built file, or the file is missing.
stale() {
  local built=$1; shift
  [ ! -e "$built" ] || [ -n "$(find "$@" -newer "$built" -print -quit 2>/dev/null)" ]
}

build_page_if_stale() {
  local web=$home/web
  stale "$web/dist/index.html" "$web/src" "$web/public" "$web/index.html" "$web/package-lock.json" "$web/vite.config.ts" "$web/tsconfig.json" || return 0
  need node "Node.js 20+, Debian: apt-get install nodejs npm"; need npm "Node.js 20+"
  if stale "$web/node_modules/.package-lock.json" "$web/package-lock.json"; then
    say "正在安装网页依赖 / installing the page's packages (npm ci) …"
    (cd "$web" && npm ci --no-audit --no-fund --loglevel=error >&2)
    touch "$web/node_modules/.package-lock.json"
  fi
  say "正在构建网页 / building the page …"
  (cd "$web" && npm run --silent build >&2)
  touch "$web/dist/index.html"
}

build_if_stale() {
  build_page_if_stale
  stale "$home/target/anlan.jar" "$home/src/main" "$home/pom.xml" "$home/web/dist" || return 0
  need mvn "Maven 3.8+, Debian: apt-get install maven"
  say "正在构建程序，首次需下载依赖，约一两分钟 / building the program; the first time downloads libraries, a minute or two …"
  (cd "$home" && mvn -q -B -Dspotless.check.skip=true -Dmaven.test.skip=true package >&2)
  touch "$home/target/anlan.jar"
  archive_classes
}

# Keeps the classes that every start loads in a form that loads at once; a start without the archive is only slower.
archive_classes() {
  local data
  data=$(mktemp -d)
  # Without the settings of whoever builds: it must not meet their data.
  (cd "$data" && env -u ANLAN_CONFIG -u ANLAN_DB "$JAVA" -XX:ArchiveClassesAtExit="$home/target/anlan.jsa" -Xlog:disable -jar "$home/target/anlan.jar" retention --data "$data" >/dev/null 2>&1) || true
  rm -rf "$data"
}
