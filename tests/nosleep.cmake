# SPDX-License-Identifier: GPL-3.0-or-later
# A test that sleeps is slow on a fast machine and wrong on a slow one. Tests wait for a condition: QTRY_*,
# QSignalSpy::wait, QTest::qWaitFor. A line that must sleep says why behind "nosleep:".
#   cmake -DROOT=<repository> -P tests/nosleep.cmake

cmake_minimum_required(VERSION 3.25)

set(problems "")
file(GLOB_RECURSE files ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp ${ROOT}/app/*.cpp ${ROOT}/ui/*.cpp)
list(LENGTH files count)
if(count LESS 10)
  message(FATAL_ERROR "Only ${count} source files found below ${ROOT}: the test looks in the wrong place.")
endif()
foreach(file IN LISTS files)
  file(STRINGS ${file} lines REGEX "(sleep_for|sleep_until|usleep|[^a-zA-Z]sleep|msleep|qSleep|qWait) *\\(")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "nosleep:")
      file(RELATIVE_PATH name ${ROOT} ${file})
      string(STRIP "${line}" line)
      list(APPEND problems "${name}: ${line}")
    endif()
  endforeach()
endforeach()
if(problems)
  list(JOIN problems "\n  " text)
  message(FATAL_ERROR "Sleeps:\n  ${text}")
endif()
message(STATUS "${count} files do not sleep")
