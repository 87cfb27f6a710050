// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryStatus: the library's part of the status bar: how many generations there are, how many match, how
// long the search took. GUI thread.
#pragma once

#include <QWidget>

#include <chrono>
#include <optional>

namespace assay {

class MarkLabel;
class TextLabel;

class LibraryStatus : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryStatus(QWidget* parent = nullptr);

    void setAll(qint64 count);
    /// Nothing: being looked for.
    void setFound(std::optional<qint64> count, std::chrono::milliseconds took = {});

private:
    MarkLabel* m_all;
    TextLabel* m_found;
    TextLabel* m_took;
};

} // namespace assay
