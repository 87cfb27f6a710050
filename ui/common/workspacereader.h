// SPDX-License-Identifier: GPL-3.0-or-later
// WorkspaceReader: asks the workspace what may take longer than a frame, in a thread of its own and through a
// read-only connection. Lives in the GUI thread, where the answers come, in the order of the questions.
// Destroying it waits for the question under way; no answer comes after that. It writes nothing.
#pragma once

#include "app/base/whenfinished.h"
#include "app/store/database.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>

namespace assay {

class WorkspaceReader : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Question = std::function<Result<T>(const Database&)>;

    explicit WorkspaceReader(QString workspacePath, QObject* parent = nullptr);
    ~WorkspaceReader() override;

    /// `answer` takes a const Result<T>&. What the question captures is used in the other thread.
    template<typename T, typename Answer>
    void ask(Question<T> question, Answer answer)
    {
        const auto asking = QtConcurrent::run(
            &m_pool, [path = m_workspacePath, question = std::move(question)]() -> Result<T> {
                const auto database = Database::open(path, Database::Mode::ReadOnly);
                return database ? question(**database) : Result<T>(database.error());
            });
        whenFinished(asking, this, std::move(answer));
    }

private:
    QString m_workspacePath;
    QThreadPool m_pool;
};

} // namespace assay
