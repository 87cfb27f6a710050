// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/toolrow.h"

#include "ui/common/icons.h"
#include "ui/common/textlabel.h"
#include "ui/common/toolbutton.h"

#include <QAction>
#include <QHBoxLayout>

namespace assay {

namespace {

constexpr int kHeight = 40;
constexpr int kCompactHeight = 36;
constexpr int kSide = 16;
constexpr int kZoomWidth = 44;

} // namespace

ToolRow::ToolRow(const Actions& actions, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_name(new TextLabel(TextStyle::Body, Token::Text, this))
    , m_size(new TextLabel(TextStyle::Body, Token::Text2, this))
    , m_zoom(new TextLabel(TextStyle::Body, Token::Text, this))
    , m_actualPixels(actions.actualPixels)
{
    setObjectName(QStringLiteral("toolRow"));
    setLines(Qt::BottomEdge);
    m_name->setElideMode(Qt::ElideMiddle);
    m_size->setElideMode(Qt::ElideRight);
    m_zoom->setObjectName(QStringLiteral("zoomReadOut"));
    m_zoom->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_zoom->setFixedWidth(kZoomWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSide, 0, 8, 1);
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addSpacing(4);
    row->addWidget(m_size);
    row->addStretch(1);
    for (QAction* action : {actions.fit, actions.actualPixels, actions.details}) {
        auto* tool = new ToolButton(action, this);
        tool->setObjectName(action->objectName() % QStringLiteral("Tool"));
        m_tools.append(tool);
    }
    row->addWidget(m_tools.at(0));
    row->addWidget(m_tools.at(1));
    row->addWidget(m_zoom);
    QWidget* line = makeLine(Qt::Vertical, this);
    line->setFixedHeight(16);
    row->addWidget(line);
    row->addWidget(m_tools.at(2));
    setDensity(Density::Regular);
}

void ToolRow::setDensity(Density density)
{
    m_density = density;
    const bool isCompact = density == Density::Compact;
    setFixedHeight(isCompact ? kCompactHeight : kHeight);
    m_size->setVisible(!isCompact);
    // Its words say it all where there is room for them.
    m_actualPixels->setIcon(isCompact ? themedIcon(QStringLiteral("actual")) : QIcon());
    for (ToolButton* tool : std::as_const(m_tools))
        tool->setWords(isCompact ? ToolButton::Words::Hidden : ToolButton::Words::Shown);
    layout()->setContentsMargins(isCompact ? 10 : kSide, 0, 8, 1);
    showName();
}

void ToolRow::setImage(const QString& name, const QString& asset, const QString& size)
{
    m_fileName = name;
    m_asset = asset;
    m_size->setText(size);
    showName();
}

void ToolRow::setZoom(const QString& zoom)
{
    m_zoom->setText(zoom);
}

void ToolRow::showName()
{
    m_name->setText(m_density == Density::Compact && !m_asset.isEmpty() ? m_asset : m_fileName);
}

} // namespace assay
