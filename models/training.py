"""How each network was trained on ImageNet, as its paper says; None where it does not. Neither torch nor Qt is known here.

``code`` names what comes from the authors' code instead of the paper. Rates are those of the printed batch.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
HALF = (0.5, 0.5, 0.5)  # images of 0 to 1 become −1 to 1


@dataclass(frozen=True)
class Training:
    """The settings of one paper. ``mean`` and ``std`` are subtracted from and divided into pixels of 0 to 1."""

    source: str
    optimizer: str | None = None
    momentum: float | None = None
    learning_rate: float | None = None
    schedule: str | None = None
    batch: int | None = None
    length: str | None = None
    weight_decay: float | None = None
    label_smoothing: float | None = None
    dropout: str | None = None
    augmentation: str | None = None
    averaging: str | None = None
    mean: tuple[float, float, float] | None = None
    std: tuple[float, float, float] | None = None
    code: str | None = None

    def stated(self) -> dict[str, object]:
        """Every field by name; "unknown" where neither paper nor code gave one."""
        return {name: "unknown" if value is None else value for name, value in asdict(self).items() if name != "code"} | (
            {"code": self.code} if self.code else {}
        )


UNKNOWN = Training("no training settings are declared for this architecture")

ALEXNET = Training(
    "AlexNet (NIPS 2012), sections 4 and 5", "SGD", 0.9, 0.01,
    "divided by 10 when the validation error stops falling, three times",
    128, "about 90 epochs", 5e-4, dropout="0.5 in the two hidden layers",
    augmentation="256 px, random 224 px crop, mirrored; PCA colour noise of deviation 0.1",
)
VGG = Training(
    "VGG (arXiv:1409.1556), section 3.1", "SGD", 0.9, 0.01,
    "divided by 10 when the validation accuracy stops rising, three times",
    256, "370,000 iterations (74 epochs)", 5e-4, dropout="0.5 in the two hidden layers",
    augmentation="random 224 px crop of an image scaled to S, mirrored; random RGB shift",
)
GOOGLENET = Training(
    "GoogLeNet (arXiv:1409.4842), sections 5 and 6", "asynchronous SGD", 0.9, None, "4 % less every 8 epochs",
    dropout="0.4 before the classifier, 0.7 in the auxiliary heads, whose losses weigh 0.3",
    augmentation="patch of 8 to 100 % of the area, sides 3:4 to 4:3; photometric distortions", averaging="Polyak",
)
INCEPTION_V3 = Training(
    "Inception-v3 (arXiv:1512.00567), sections 7 and 8", "RMSProp, decay 0.9, ε = 1, gradients clipped at 2", None, 0.045,
    "× 0.94 every 2 epochs", 32, "100 epochs, 50 replicas of that batch", label_smoothing=0.1, averaging="running average",
    mean=HALF, std=HALF, code="TF-slim: mean, std",
)
XCEPTION = Training(
    "Xception (arXiv:1610.02357), section 4.3", "SGD", 0.9, 0.045, "× 0.94 every 2 epochs", weight_decay=1e-5,
    dropout="0.5 before the classifier", averaging="Polyak", mean=HALF, std=HALF, code="Keras: mean, std",
)
MOBILENET_V1 = Training(
    "MobileNets (arXiv:1704.04861), section 3.2", "asynchronous RMSProp, as Inception-v3", label_smoothing=0.0,
    augmentation="less than Inception-v3, small crops limited", weight_decay=4e-5, mean=HALF, std=HALF,
    code="TF-slim: weight_decay (none on depthwise filters), mean, std",
)
MOBILENET_V2 = Training(
    "MobileNetV2 (arXiv:1801.04381), section 6.1", "RMSProp, decay 0.9", 0.9, 0.045, "× 0.98 every epoch", 96,
    "16 asynchronous workers", 4e-5, mean=HALF, std=HALF, code="TF-slim: mean, std",
)
MOBILENET_V3 = Training(
    "MobileNetV3 (arXiv:1905.02244), section 6.1.1", "RMSProp", 0.9, 0.1, "decay rate 0.01 every 3 epochs", 4096, None, 1e-5,
    dropout="0.2 before the classifier (printed as 0.8, what is kept)", augmentation="that of Inception",
    averaging="exponential moving average, decay 0.9999",
)
SHUFFLENET = Training(
    "ShuffleNet (arXiv:1707.01083), section 4; V2 keeps the protocol", "SGD", 0.9, 0.5, "linear to 0", 1024,
    "300,000 iterations", 4e-5, 0.1,
    augmentation="random resized crop, colour jitter 0.4, mirrored (less scaling than ResNeXt)",
    code="megvii-model/ShuffleNet-Series: momentum, label_smoothing, colour jitter; pixels 0 to 255 in BGR order",
)
SQUEEZENET = Training(
    "SqueezeNet (arXiv:1602.07360), section 3.3", "SGD", 0.9, 0.04, "linear to 0", 512, "170,000 iterations", 2e-4,
    dropout="0.5 behind fire9", code="the authors' solver.prototxt: momentum, batch, length, weight_decay",
)
RESNET = Training(
    "ResNet (arXiv:1512.03385), section 3.4", "SGD", 0.9, 0.1, "divided by 10 when the error plateaus", 256,
    "up to 600,000 iterations", 1e-4, dropout="none",
    augmentation="shorter side 256 to 480 px, random 224 px crop, mirrored; standard colour augmentation",
)
RESNEXT = Training(
    "ResNeXt (arXiv:1611.05431), section 4", "SGD", 0.9, 0.1, "divided by 10 three times", 256, None, 1e-4,
    augmentation="scale and aspect ratio as GoogLeNet's, random 224 px crop",
    mean=IMAGENET_MEAN, std=IMAGENET_STD, code="fb.resnet.torch: mean, std",
)
SENET = Training(
    "SENet (arXiv:1709.01507), section 5.1", "synchronous SGD", 0.9, 0.6, "divided by 10 every 30 epochs", 1024, "100 epochs",
    augmentation="random crop with scale and aspect ratio, mirrored; mean RGB subtracted",
)
DENSENET = Training(
    "DenseNet (arXiv:1608.06993), section 4.2", "SGD, Nesterov", 0.9, 0.1, "divided by 10 at epochs 30 and 60", 256, "90 epochs",
    1e-4, dropout="none on ImageNet", augmentation="that of fb.resnet.torch",
    mean=IMAGENET_MEAN, std=IMAGENET_STD, code="fb.resnet.torch: mean, std",
)
REPVGG = Training(
    "RepVGG (arXiv:2101.03697), section 4.1", "SGD", 0.9, 0.1, "cosine to 0", 256, "120 epochs", 1e-4,
    augmentation="random resized crop, mirrored", mean=IMAGENET_MEAN, std=IMAGENET_STD,
    code="the authors' README: mean, std; no weight decay on biases and BatchNorm",
)
EFFICIENTNET = Training(
    "EfficientNet (arXiv:1905.11946), section 5.2", "RMSProp, decay 0.9", 0.9, 0.256, "× 0.97 every 2.4 epochs",
    weight_decay=1e-5, dropout="0.2 for B0 up to 0.5 for B7, before the classifier; stochastic depth, survival 0.8",
    augmentation="AutoAugment", mean=IMAGENET_MEAN, std=IMAGENET_STD, label_smoothing=0.1,
    code="official code: mean, std, label_smoothing",
)
MLP_MIXER = Training(
    "MLP-Mixer (arXiv:2105.01601), section 3", "Adam, β = 0.9 and 0.999, gradients clipped at norm 1", None, None,
    "10,000 steps of warm-up, then linear", 4096, augmentation="on ImageNet alone: RandAugment, mixup, dropout, stochastic depth",
    mean=HALF, std=HALF, code="official code: mean, std",
)
