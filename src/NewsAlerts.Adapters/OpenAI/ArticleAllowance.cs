using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>What the requests for one article may still take, all together. For one article at a time.</summary>
internal sealed class ArticleAllowance(ModelCost limit)
{
    private ModelCost _taken;

    public bool Allows(ModelCost most) => (_taken + most).IsWithin(limit);

    public void Take(ModelCost cost) => _taken += cost;
}
