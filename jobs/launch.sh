# shellcheck shell=bash
# What the launchers share: where the project is, which JDK runs it, and how it is built.
# Sourced by `rapor` and `submit-standalone`, which set $home first and use what is set here.
# shellcheck disable=SC2034,SC2154

# File names and the order of the class path must not depend on the caller's locale.
export LC_ALL=C.UTF-8

jar="$home/target/rapor.jar"
archive="$home/target/rapor.jsa"
built="$home/target/rapor.built"
trained="$home/target/rapor.trained"

# What Spark needs of a JDK 17 (org.apache.spark.launcher.JavaModuleOptions), and runs fast with.
modules=(
  -XX:+IgnoreUnrecognizedVMOptions
  --add-opens=java.base/java.lang=ALL-UNNAMED
  --add-opens=java.base/java.lang.invoke=ALL-UNNAMED
  --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
  --add-opens=java.base/java.io=ALL-UNNAMED
  --add-opens=java.base/java.net=ALL-UNNAMED
  --add-opens=java.base/java.nio=ALL-UNNAMED
  --add-opens=java.base/java.util=ALL-UNNAMED
  --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
  --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED
  --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
  --add-opens=java.base/sun.nio.cs=ALL-UNNAMED
  --add-opens=java.base/sun.security.action=ALL-UNNAMED
  --add-opens=java.base/sun.util.calendar=ALL-UNNAMED
  -Djdk.reflect.useDirectMethodHandle=false
  -Dio.netty.tryReflectionSetAccessible=true
  # Spark makes one long method of many operators; HotSpot would leave it to its interpreter.
  -XX:-DontCompileHugeMethods
)

# The same everywhere, so that no result depends on the machine's settings.
common=(
  -Dfile.encoding=UTF-8
  -Duser.timezone=UTC
  -Duser.language=en
  -Duser.country=US
  "-Drapor.home=$home"
)

# Ends with the code for what the user can mend.
fail() {
  echo "$1" >&2
  exit 2
}

# The major version of the JDK in folder $1; 0 if there is none.
version_of() {
  local version=""
  if [[ -r $1/release ]]; then
    version="$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")"
  elif [[ -x $1/bin/java ]]; then
    version="$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)"
  fi
  version="${version#1.}"
  version="${version%%[!0-9]*}"
  echo "${version:-0}"
}

# The folder of the JDK to which the `java` on the path belongs.
jdk_on_path() {
  local java
  java="$(command -v java)" || return 0
  while [[ -L $java ]]; do
    java="$(cd -P "$(dirname "$java")" && cd -P "$(dirname "$(readlink "$java")")" && pwd)/$(basename "$(readlink "$java")")"
  done
  dirname "$(dirname "$java")"
}

# Prints the first JDK that has the tool $1 and runs Spark 4.1: 17 or newer, and older than 24,
# which took away what Hadoop's log-in calls (JEP 486). Fails if there is none.
find_jdk() {
  local candidate version
  for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n $candidate && -x $candidate/bin/$1 ]]; then
      version="$(version_of "$candidate")"
      if ((version >= 17 && version < 24)); then
        echo "$candidate"
        return 0
      fi
    fi
  done
  return 1
}

# Ends for want of a JDK; $1 says what cannot be done.
fail_without_jdk() {
  fail "Cannot $1 Rapor: no JDK from 17 to 23 found, expected one in JAVA_HOME, on the PATH or in /usr/lib/jvm; install one (Debian: apt-get install openjdk-17-jdk-headless)."
}

# Whether the sources have changed since the last build, or there was none.
is_stale() {
  local last="$jar"
  [[ -f $jar && -d $home/target/lib/spark && -d $home/target/lib/own ]] || return 0
  [[ $built -nt $jar ]] && last="$built"
  [[ -n $(cd "$home" && find src/main pom.xml .mvn -newer "$last" -print -quit 2>/dev/null) ]]
}

build() {
  local jdk
  jdk="$(find_jdk javac)" || fail_without_jdk build
  command -v mvn >/dev/null || fail "Cannot build Rapor: mvn is not on the PATH, expected Maven 3.8 or newer; install it (Debian: apt-get install maven), or build elsewhere and copy target/."
  echo "rapor: building, as the sources are new or changed (a minute or two)" >&2
  # Jars of a dependency's older version must not linger on the class path.
  rm -rf "$home/target/lib"
  (cd "$home" && JAVA_HOME="$jdk" mvn -B -ntp -q -Dmaven.test.skip=true package 2>&1 |
    sed $'s/\033\\[[0-9;]*m//g' >&2) ||
    fail "Cannot build Rapor: Maven failed, see above; mend that and run again."
  touch "$built"
}

# Sets own_jars to what no Spark has, and class_path to Rapor, its own jars and Spark's, always in
# this order. The build sees to it that no jar is in both folders.
set_class_path() {
  own_jars=("$home"/target/lib/own/*.jar)
  class_path="$(printf '%s:' "$jar" "${own_jars[@]}" "$home"/target/lib/spark/*.jar)"
  class_path="${class_path%:}"
}

# Runs $1 while no other process does so in this project.
alone() {
  mkdir -p "$home/target" || fail "Cannot build Rapor: $home/target cannot be made; make the folder writable."
  if command -v flock >/dev/null; then
    (
      flock 9
      "$1"
    ) 9>"$home/target/rapor.lock"
  else
    "$1"
  fi
}

build_if_stale() {
  if is_stale; then
    build
  fi
}
