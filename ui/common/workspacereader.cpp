// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/workspacereader.h"

namespace assay {

WorkspaceReader::WorkspaceReader(QString workspacePath, QObject* parent)
    : QObject(parent)
    , m_workspacePath(std::move(workspacePath))
{
    m_pool.setMaxThreadCount(1);
}

WorkspaceReader::~WorkspaceReader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

} // namespace assay
