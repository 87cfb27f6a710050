// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of Result values that show the error when they fail.
#pragma once

#include "app/base/result.h"

#include <QTest>

/// Fails the test with the error's text unless the Result holds a value.
#define ASSAY_VERIFY_OK(result)                                                                              \
    do {                                                                                                     \
        const auto& checkedResult = (result);                                                                \
        QVERIFY2(checkedResult.has_value(),                                                                  \
                 checkedResult ? "" : qPrintable(assay::describe(checkedResult.error())));                   \
    } while (false)

/// Fails the test unless the Result is an error of this kind.
#define ASSAY_VERIFY_ERROR(result, wantedKind)                                                               \
    do {                                                                                                     \
        const auto& checkedResult = (result);                                                                \
        QVERIFY(!checkedResult.has_value());                                                                 \
        QVERIFY2(checkedResult.error().kind == (wantedKind),                                                 \
                 qPrintable(assay::describe(checkedResult.error())));                                        \
    } while (false)

namespace assay {

inline QString describe(const Error& error)
{
    return QStringLiteral("kind %1, %2: %3").arg(int(error.kind)).arg(error.subject, error.detail);
}

} // namespace assay
