// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/imagecolumn.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/review/historystrip.h"
#include "ui/review/imagecanvas.h"
#include "ui/review/imagestage.h"
#include "ui/review/reviewactions.h"
#include "ui/review/toolrow.h"

#include <QVBoxLayout>

namespace assay {

ImageColumn::ImageColumn(const Services& services, const ReviewActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_saveBanner(new Banner(this))
    , m_readBanner(new Banner(this))
    , m_tools(new ToolRow({actions.fit, actions.actualPixels, actions.details}, this))
    , m_stage(new ImageStage(services.loader, services.thumbnails, this))
    , m_history(new HistoryStrip(services.thumbnails, this))
{
    m_saveBanner->setObjectName(QStringLiteral("saveBanner"));
    m_readBanner->setObjectName(QStringLiteral("readBanner"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_saveBanner);
    column->addWidget(m_readBanner);
    column->addWidget(m_tools);
    column->addWidget(m_stage, 1);
    column->addWidget(m_history);
    connectZoom(actions);
}

void ImageColumn::connectZoom(const ReviewActions& actions)
{
    ImageCanvas* canvas = &m_stage->canvas();
    connect(actions.fit, &QAction::triggered, canvas, &ImageCanvas::fit);
    connect(actions.actualPixels, &QAction::triggered, canvas, &ImageCanvas::showActualPixels);
    connect(actions.zoomIn, &QAction::triggered, canvas, &ImageCanvas::zoomIn);
    connect(actions.zoomOut, &QAction::triggered, canvas, &ImageCanvas::zoomOut);
    const auto follow = [this, fit = actions.fit, actual = actions.actualPixels] {
        const CanvasTransform& transform = m_stage->canvas().transform();
        const ImageStage::State state = m_stage->state();
        const bool isShown = state == ImageStage::State::Shown || state == ImageStage::State::Loading;
        fit->setChecked(isShown && transform.isFitted());
        actual->setChecked(isShown && !transform.isFitted() && transform.zoom() == 1.0);
        m_tools->setZoom(isShown ? formatPercent(transform.zoom(), 0) : formatUnknown());
    };
    connect(canvas, &ImageCanvas::transformChanged, this, follow);
    connect(m_stage, &ImageStage::stateChanged, this, follow);
}

} // namespace assay
