// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarystatus.h"

#include "ui/common/format.h"
#include "ui/common/marklabel.h"
#include "ui/common/surface.h"
#include "ui/common/textlabel.h"

#include <QHBoxLayout>

namespace assay {

LibraryStatus::LibraryStatus(QWidget* parent)
    : QWidget(parent)
    , m_all(new MarkLabel(Mark::InBand, MarkLabel::Look::Plain, this))
    , m_found(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_took(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    setObjectName(QStringLiteral("libraryStatus"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(13);
    row->addWidget(m_all);
    row->addWidget(makeLine(Qt::Vertical, this));
    row->addWidget(m_found);
    row->addWidget(makeLine(Qt::Vertical, this));
    row->addWidget(m_took);
    m_all->setState(Mark::Building, tr("Counting"));
    setFound(std::nullopt);
}

void LibraryStatus::setAll(qint64 count)
{
    m_all->setState(Mark::InBand, tr("%1 generations").arg(formatCount(count)));
}

void LibraryStatus::setFound(std::optional<qint64> count, std::chrono::milliseconds took)
{
    m_found->setText(count ? tr("%1 match").arg(formatCount(*count)) : tr("Looking"));
    m_took->setText(count ? tr("Search took %1").arg(formatDuration(took)) : QString());
}

} // namespace assay
